import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { calendarDateOf, type CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import { TRACKING_STATES, type TrackingState } from '../../../../../shared/model/tracking.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextAreaField } from '../../../ui/fields/text-area-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { needsEvidence, nextState, stepsBack } from '../lib/state-change.ts';

export interface StateChangeDialogProps {
  readonly systems: readonly { readonly systemId: SystemId; readonly state: TrackingState | null }[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What happened to the chosen systems, when, and what proves it. */
export function StateChangeDialog({ systems, onClose, onDone }: StateChangeDialogProps) {
  const { t } = useTranslation(['progress', 'exports']);
  const from = systems.map((system) => system.state);
  const [state, setState] = useState(() => nextState(from));
  const [on, setOn] = useState<CalendarDate | null>(() => calendarDateOf(new Date().toISOString()));
  const [evidence, setEvidence] = useState('');
  const change = useCommand('tracking.setState', { quiet: true });
  const back = stepsBack(state, from);
  const lacking = needsEvidence(state, from) && evidence.trim() === '';
  const blocked = on === null ? t('change.needDate') : lacking ? t('change.needEvidence') : undefined;
  const apply = (): void => {
    if (on === null) return;
    change.mutate({ systemIds: systems.map((system) => system.systemId), state, on, evidence: evidence.trim() }, {
      onSuccess: ({ changed }) => {
        showToast({ title: t('change.done', { count: changed }), tone: 'done' });
        onDone();
        onClose();
      },
    });
  };
  return (
    <Dialog title={t('change.title', { count: systems.length })} opened onClose={onClose}>
      <Stack gap={4}>
        <Row gap={3} align="flex-start">
          <SelectField label={t('change.state')} value={state} onChange={setState} width={250} choices={TRACKING_STATES.map((value) => ({ value, label: t(`exports:trackingState.${value}`) }))} />
          <DateField label={t('change.on')} value={on} onChange={setOn} width={250} error={on === null ? t('change.needDate') : undefined} />
        </Row>
        <TextAreaField label={t('change.evidence')} hint={t('change.evidenceHint')} value={evidence} onChange={setEvidence} rows={3} maxLength={2000} required={needsEvidence(state, from)} />
        {back === 0 ? null : <p className="muted">{t('change.back', { count: back })}</p>}
        {change.error === null ? null : <ErrorNotice error={change.error} />}
        <Row justify="flex-end"><Button variant="primary" loading={change.isPending} disabledReason={blocked} onClick={apply}>{t('change.apply')}</Button></Row>
      </Stack>
    </Dialog>
  );
}
