import { useTranslation } from 'react-i18next';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { runOptionsOf } from '../lib/access-draft.ts';
import { useWizard } from '../wizard-context.tsx';
import { TimingFields } from './timing-fields.tsx';

/** The whole scan in one look, and the button. */
export function StartStep({ onStarted }: { readonly onStarted: (runId: ScanRunId) => void }) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const targets = useWizard((state) => state.preview)?.targets ?? [];
  const access = useWizard((state) => state.access);
  const timing = useWizard((state) => state.timing);
  const restart = useWizard((state) => state.restart);
  const start = useCommand('scan.start', { quiet: true });
  const running = useActiveJob(['scan', 'sample-scan', 'local-scan']);
  const options = runOptionsOf(access);
  const begin = (): void => {
    if (options === null) return;
    start.mutate(
      { targets: [...targets], ...options, heldDepartments: [...timing.heldDepartments], ignoreQuietHours: timing.ignoreQuietHours },
      {
        onSuccess: ({ runId }) => {
          restart();
          onStarted(runId);
        },
      },
    );
  };
  return (
    <Stack gap={4} align="flex-start">
      <DefinitionList
        items={[
          { key: 'targets', label: t('confirm.targets'), value: format.count(targets.length) },
          { key: 'credential', label: t('access.kind'), value: t(`access.kinds.${access.kind}.title`) },
          { key: 'user', label: t('access.user'), value: access.user || t('confirm.userOfTarget') },
          { key: 'jump', label: t('access.jump'), value: access.jump || t('confirm.noJump') },
          { key: 'policy', label: t('access.policy'), value: t(`access.policies.${access.hostKeyPolicy}.title`) },
          { key: 'concurrency', label: t('access.concurrency'), value: format.count(access.concurrency) },
        ]}
      />
      <TimingFields />
      <p className="muted" style={{ maxWidth: '76ch' }}>{t('confirm.guard')}</p>
      {start.error === null ? null : <ErrorNotice error={start.error} />}
      <Button variant="primary" icon="play" loading={start.isPending} disabledReason={running === undefined ? undefined : t('confirm.running')} onClick={begin}>{t('confirm.start', { count: targets.length, number: format.count(targets.length) })}</Button>
    </Stack>
  );
}
