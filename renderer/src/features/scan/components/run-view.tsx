import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanRun } from '../../../../../shared/model/scan.ts';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import { RUN_PARTS, type ScanSearch } from '../lib/scan-search.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { PauseQuestion } from './pause-question.tsx';
import { RetryDialog, type RetryWish } from './retry-dialog.tsx';
import { RunChanges } from './run-changes.tsx';
import { RunHeader } from './run-header.tsx';
import { RunResults } from './run-results.tsx';
import { RunSide } from './run-side.tsx';
import styles from './run-view.module.css';

export interface RunViewProps {
  readonly runId: ScanRunId;
  readonly search: ScanSearch;
  readonly setSearch: SetUrlState<ScanSearch>;
  readonly onBack: () => void;
}

/** One run, live while it goes: counts, rate, end; what failed and who can mend it; every target. */
export function RunView({ runId, search, setSearch, onBack }: RunViewProps) {
  const { t } = useTranslation('scan');
  const [retry, setRetry] = useState<RetryWish | null>(null);
  const run = useCall('scan.getRun', { runId });
  if (run.error !== null) return <ErrorState error={run.error} onRetry={() => void run.refetch()} action={<Button onClick={onBack}>{t('runs.title')}</Button>} />;
  if (run.data === undefined) return <LoadingState />;
  return (
    <div className={styles.run}>
      <RunHeader run={run.data.run} onBack={onBack} onRetry={setRetry} />
      <PauseQuestion run={run.data.run} onRetry={setRetry} />
      <RunTabs search={search} setSearch={setSearch} />
      {search.part === 'changes' ? <RunChanges run={run.data.run} /> : <RunBody run={run.data.run} search={search} setSearch={setSearch} onRetry={setRetry} />}
      {retry === null ? null : <RetryDialog runId={runId} wish={retry} onClose={() => setRetry(null)} />}
    </div>
  );
}

function RunTabs({ search, setSearch }: Pick<RunViewProps, 'search' | 'setSearch'>) {
  const { t } = useTranslation('scan');
  return <div className={styles.parts}><Tabs label={t('part.title')} value={search.part} onChange={(part) => setSearch({ part })} items={RUN_PARTS.map((key) => ({ key, label: t(`part.${key}`) }))} /></div>;
}

interface RunBodyProps {
  readonly run: ScanRun;
  readonly search: ScanSearch;
  readonly setSearch: SetUrlState<ScanSearch>;
  readonly onRetry: (wish: RetryWish) => void;
}

function RunBody({ run, search, setSearch, onRetry }: RunBodyProps) {
  return (
    <div className={styles.body}>
      <RunResults runId={run.id} search={search} setSearch={setSearch} />
      <RunSide run={run} code={search.code} setSearch={setSearch} onRetry={onRetry} />
    </div>
  );
}
