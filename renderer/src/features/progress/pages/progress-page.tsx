import { useTranslation } from 'react-i18next';
import { systemIdSchema } from '../../../../../shared/kernel/ids.ts';
import { ADOPTION_MEASURES } from '../../../../../shared/model/plan.ts';
import type { Progress } from '../../../../../shared/model/tracking.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SegmentedField } from '../../../ui/fields/segmented-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useUrlState, type SetUrlState } from '../../../ui/use-url-state.ts';
import { AdoptionChart } from '../components/adoption-chart.tsx';
import { DepartmentsTable } from '../components/departments-table.tsx';
import { HistoryInspector } from '../components/history-inspector.tsx';
import { ProgressMetrics } from '../components/progress-metrics.tsx';
import { StateCounts } from '../components/state-counts.tsx';
import { SystemsFilter } from '../components/systems-filter.tsx';
import { SystemsTable } from '../components/systems-table.tsx';
import { PROGRESS_TABS, PROGRESS_URL, type ProgressSearch } from '../lib/progress-search.ts';

/** What has really moved, against the plan: curve, departments, systems with their evidence. */
export function ProgressPage() {
  const { t } = useTranslation(['progress', 'exports']);
  const format = useFormat();
  const go = useGo();
  const [search, setSearch] = useUrlState(PROGRESS_URL);
  const answer = useCall('tracking.getProgress', search.measure === undefined ? {} : { measure: search.measure }, { keepPrevious: true });
  const plan = useCall('plan.list', {}).data?.plans.find((one) => one.current);
  const progress = answer.data?.progress ?? undefined;
  const systemId = systemIdSchema.safeParse(search.system);
  const content = answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
    : answer.data === undefined ? <LoadingState lines={12} />
    : progress === undefined ? <EmptyState title={t('empty.title')} text={t('empty.text')} action={<Button variant="primary" onClick={() => go('/plan')}>{t('empty.action')}</Button>} />
    : <ProgressContent progress={progress} search={search} setSearch={setSearch} />;
  return (
    <Page
      title={t('title')}
      scope={progress === undefined ? undefined : t('asOf', { date: format.day(progress.asOf) })}
      layout={search.tab === 'curve' ? 'scroll' : 'fill'}
      toolbar={progress === undefined ? undefined : <SegmentedField label={t('measure')} value={progress.measure} onChange={(measure) => setSearch({ measure }, 'replace')} choices={ADOPTION_MEASURES.map((value) => ({ value, label: t(`exports:measure.${value}`) }))} />}
      bar={
        <Stack gap={2}>
          <Tabs label={t('title')} value={search.tab} onChange={(tab) => setSearch({ tab })} items={PROGRESS_TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))} />
          {search.tab === 'systems' ? <SystemsFilter search={search} setSearch={setSearch} waveCount={plan?.waveCount ?? 0} /> : null}
        </Stack>
      }
      inspector={search.tab === 'systems' && systemId.success ? <HistoryInspector systemId={systemId.data} onClose={() => setSearch({ system: undefined })} /> : undefined}
    >
      {content}
    </Page>
  );
}

interface ProgressContentProps {
  readonly progress: Progress;
  readonly search: ProgressSearch;
  readonly setSearch: SetUrlState<ProgressSearch>;
}

function ProgressContent({ progress, search, setSearch }: ProgressContentProps) {
  if (search.tab === 'departments') return <DepartmentsTable progress={progress} onOpen={(text) => setSearch({ tab: 'systems', text })} />;
  if (search.tab === 'systems') return <SystemsTable search={search} setSearch={setSearch} />;
  return (
    <Stack gap={6}>
      <ProgressMetrics progress={progress} />
      <AdoptionChart progress={progress} />
      <StateCounts progress={progress} />
    </Stack>
  );
}
