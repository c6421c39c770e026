import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanSettings } from '../../../../../../shared/model/plan.ts';
import { useCall } from '../../../../api/use-call.ts';
import { useCommand } from '../../../../api/use-command.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { LoadingState } from '../../../../ui/loading-state.tsx';
import { ErrorNotice } from '../../../../ui/notice.tsx';
import { Row } from '../../../../ui/stack.tsx';
import { StatusMark } from '../../../../ui/status-mark.tsx';
import { showToast } from '../../../../ui/toast.ts';
import { settingsProblems } from '../../lib/settings-problems.ts';
import { CalendarSection } from './calendar-section.tsx';
import { CapacitySection } from './capacity-section.tsx';
import { FreezesSection } from './freezes-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { RelationsSection } from './relations-section.tsx';
import styles from './settings-editor.module.css';

/** All settings of the planning as one plain form; nothing is saved until the button is used. */
export function SettingsEditor() {
  const stored = useCall('plan.getSettings', {});
  if (stored.error !== null) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  if (stored.data === undefined) return <LoadingState lines={12} />;
  return <SettingsForm stored={stored.data.settings} />;
}

function SettingsForm({ stored }: { readonly stored: PlanSettings }) {
  const { t } = useTranslation('plan');
  const [change, setChange] = useState<Partial<PlanSettings>>({});
  const settings = useMemo(() => ({ ...stored, ...change }), [stored, change]);
  const changed = useMemo(() => JSON.stringify(settings) !== JSON.stringify(stored), [settings, stored]);
  const problems = useMemo(() => settingsProblems(settings), [settings]);
  const register = useCall('plan.getProblem', {}).data?.problem;
  const save = useCommand('plan.saveSettings', { quiet: true });
  const departments = useMemo(() => (register?.departments ?? []).map(({ id, name }) => ({ value: id, label: name })), [register]);
  const systems = useMemo(() => (register?.items ?? []).map(({ id, name }) => ({ value: id, label: name })), [register]);
  const submit = (): void =>
    save.mutate({ settings }, {
      onSuccess: () => {
        setChange({});
        showToast({ title: t('settings.saved'), tone: 'done' });
      },
    });
  const props = { settings, problems, departments, systems, onChange: (part: Partial<PlanSettings>) => setChange((before) => ({ ...before, ...part })) };
  const blocked = !changed ? t('settings.noChange') : problems.length > 0 ? t('settings.problems', { count: problems.length }) : undefined;
  return (
    <div className={styles.frame}>
      <div className={styles.form}>
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <GeneralSection {...props} />
        <CapacitySection {...props} />
        <FreezesSection {...props} />
        <LimitsSection {...props} />
        <CalendarSection {...props} />
        <RelationsSection {...props} />
      </div>
      <div className={styles.foot}>
        <Row gap={3}>
          <Button variant="primary" loading={save.isPending} disabledReason={blocked} onClick={submit}>{t('settings.save')}</Button>
          <Button disabledReason={changed ? undefined : t('settings.noChange')} onClick={() => setChange({})}>{t('settings.discard')}</Button>
          {changed ? <StatusMark kind={problems.length > 0 ? 'blocked' : 'waiting'} label={problems.length > 0 ? t('settings.problems', { count: problems.length }) : t('settings.unsaved')} /> : null}
        </Row>
      </div>
    </div>
  );
}
