import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignId } from '../../../../../shared/kernel/ids.ts';
import { localCalendarDate } from '../../../../../shared/kernel/local-date.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { MultiSelectField } from '../../../ui/fields/multi-select-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Columns, Row, Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { newPlanDraft, planOf, WEEKDAYS, type PlanDraft, type PlanInput } from '../lib/plan-draft.ts';
import { WindowFields } from './window-fields.tsx';

/** Which servers are watched, when, for how long; what it comes to is shown before it is made. */
export function CreateDialog({ onClose, onCreated }: { readonly onClose: () => void; readonly onCreated: (campaignId: CampaignId) => void }) {
  const { t } = useTranslation('campaign');
  const [draft, setDraft] = useState(() => newPlanDraft(localCalendarDate(new Date())));
  const change = (changes: Partial<PlanDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  // Windows are times of the clock on the wall here.
  const [offsetMinutes] = useState(() => -new Date().getTimezoneOffset());
  const plan = useMemo(() => planOf(draft, offsetMinutes), [draft, offsetMinutes]);
  const create = useCommand('campaign.create', { quiet: true });
  return (
    <Dialog title={t('create.title')} opened onClose={onClose} size="large">
      <Stack gap={4}>
        <PlanFields draft={draft} onChange={change} />
        <PlanPreview draft={draft} offsetMinutes={offsetMinutes} />
        {create.error === null ? null : <ErrorNotice error={create.error} />}
        <Row justify="flex-end">
          <Button variant="primary" loading={create.isPending} disabledReason={plan === null ? t('create.missing') : undefined} onClick={() => { if (plan !== null) create.mutate({ plan }, { onSuccess: ({ campaign }) => onCreated(campaign.id) }); }}>{t('create.create')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

function PlanFields({ draft, onChange }: { readonly draft: PlanDraft; readonly onChange: (changes: Partial<PlanDraft>) => void }) {
  const { t } = useTranslation('campaign');
  return (
    <>
      <Columns minWidth={320} gap={4}>
        <TextField label={t('create.name')} hint={t('create.nameHint')} value={draft.name} onChange={(name) => onChange({ name })} maxLength={120} required autoFocus />
        <TextField label={t('create.filter')} hint={t('create.filterHint')} mono value={draft.filter} onChange={(filter) => onChange({ filter })} maxLength={2000} />
        <DateField label={t('create.firstDay')} value={draft.firstDay} onChange={(firstDay) => onChange({ firstDay })} />
        <DateField label={t('create.lastDay')} value={draft.lastDay} onChange={(lastDay) => onChange({ lastDay })} />
        <NumberField label={t('create.minutes')} hint={t('create.minutesHint')} unit={t('create.minutesUnit')} min={1} max={240} value={draft.dwellMinutes} onChange={(dwellMinutes) => onChange({ dwellMinutes })} />
        <NumberField label={t('create.atOnce')} hint={t('create.atOnceHint')} min={1} max={200} value={draft.atOnce} onChange={(atOnce) => onChange({ atOnce })} />
      </Columns>
      <MultiSelectField label={t('create.weekdays')} choices={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))} value={[...draft.weekdays]} onChange={(weekdays) => onChange({ weekdays })} />
      <WindowFields windows={draft.windows} onChange={(windows) => onChange({ windows })} />
      <CheckboxField label={t('create.monthEnd')} hint={t('create.monthEndHint')} value={draft.monthEnd} onChange={(monthEnd) => onChange({ monthEnd })} />
    </>
  );
}

/** A name is no part of what a plan comes to: it is shown while that is still missing. */
function PlanPreview({ draft, offsetMinutes }: { readonly draft: PlanDraft; readonly offsetMinutes: number }) {
  const settled = useDeferredValue(draft);
  const plan = useMemo(() => planOf({ ...settled, name: '-' }, offsetMinutes), [settled, offsetMinutes]);
  return plan === null ? null : <PreviewLine plan={plan} />;
}

function PreviewLine({ plan }: { readonly plan: PlanInput }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const answer = useCall('campaign.preview', { plan }, { keepPrevious: true });
  if (answer.error !== null) return <ErrorNotice error={answer.error} />;
  if (answer.data === undefined) return null;
  const { servers, dwells, dwellsPerServer: { low, high }, firstAt, lastAt, hoursOfWeek } = answer.data;
  return (
    <p role="status">
      {t('create.preview', { servers: format.count(servers), dwells: format.count(dwells), low: format.count(low), high: format.count(high), hours: format.count(hoursOfWeek), first: format.instant(firstAt), last: format.instant(lastAt) })}
    </p>
  );
}
