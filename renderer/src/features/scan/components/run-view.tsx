import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostErrorCodeSchema, type HostErrorCode, type ScanRun } from '../../../../../shared/model/scan.ts';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useUrlParams } from '../../../ui/use-url-params.ts';
import { ErrorGroups } from './error-groups.tsx';
import { RetryDialog, type RetryWish } from './retry-dialog.tsx';
import { RunHeader } from './run-header.tsx';
import { RunResults } from './run-results.tsx';
import styles from './run-view.module.css';

export interface RunViewProps {
  readonly runId: ScanRunId;
  readonly onBack: () => void;
}

/** One run, live while it goes: counts, rate, end; what failed and who can mend it; every target. */
export function RunView({ runId, onBack }: RunViewProps) {
  const { t } = useTranslation('scan');
  const [params, setParams] = useUrlParams();
  const [retry, setRetry] = useState<RetryWish | null>(null);
  const run = useCall('scan.getRun', { runId });
  const code = hostErrorCodeSchema.safeParse(params['code']).data;
  if (run.error !== null) return <ErrorState error={run.error} onRetry={() => void run.refetch()} action={<Button onClick={onBack}>{t('runs.title')}</Button>} />;
  if (run.data === undefined) return <LoadingState />;
  const choose = (next: HostErrorCode | undefined): void => setParams({ code: next });
  return (
    <div className={styles.run}>
      <RunHeader run={run.data.run} onBack={onBack} onRetry={setRetry} />
      <RunBody run={run.data.run} code={code} onCode={choose} onRetry={setRetry} />
      {retry === null ? null : <RetryDialog runId={runId} wish={retry} onClose={() => setRetry(null)} />}
    </div>
  );
}

interface RunBodyProps {
  readonly run: ScanRun;
  readonly code: HostErrorCode | undefined;
  readonly onCode: (code: HostErrorCode | undefined) => void;
  readonly onRetry: (wish: RetryWish) => void;
}

function RunBody({ run, code, onCode, onRetry }: RunBodyProps) {
  return (
    <div className={styles.body}>
      <RunResults runId={run.id} code={code} onCode={onCode} />
      {run.errorGroups.length === 0 ? null : <ErrorGroups run={run} chosen={code} onChoose={onCode} onRetry={onRetry} />}
    </div>
  );
}
