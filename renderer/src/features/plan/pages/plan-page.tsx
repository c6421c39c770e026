import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planIdSchema, systemIdSchema } from '../../../../../shared/kernel/ids.ts';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { CreatePlanDialog } from '../components/create-plan-dialog.tsx';
import { PlanCheck } from '../components/plan-check.tsx';
import { PlanContent } from '../components/plan-content.tsx';
import { PlanJob } from '../components/plan-job.tsx';
import { RevisionsTable } from '../components/revisions-table.tsx';
import { SettingsEditor } from '../components/settings/settings-editor.tsx';
import { RelaxationList } from '../components/relaxation-list.tsx';
import { PlanInspector } from '../components/plan-inspector.tsx';
import { TargetList } from '../components/target-list.tsx';
import { PLAN_URL } from '../lib/plan-search.ts';
import { usePlanTabs } from '../components/use-plan-tabs.ts';

/** Waves, schedule and what does not fit, of the current plan or an earlier revision; and the settings behind them. */
export function PlanPage() {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [search, setSearch] = useUrlState(PLAN_URL);
  const [creating, setCreating] = useState(false);
  const [startedId, setStartedId] = useState<string>();
  const planId = planIdSchema.safeParse(search.plan);
  const answer = useCall('plan.get', planId.success ? { planId: planId.data } : {}, { keepPrevious: true });
  const running = useActiveJob(['plan']) !== undefined;
  const move = useCommand('plan.moveSystems');
  const missing = answer.error?.code === 'plan.not_found';
  const view = missing ? undefined : answer.data;
  const tabs = usePlanTabs(view);
  const ownTab = search.tab === 'settings' || search.tab === 'revisions';

  const moveSystem = (systemId: string, waveIndex: number | null): void => {
    const id = systemIdSchema.safeParse(systemId);
    if (!id.success) return;
    move.mutate({ systemIds: [id.data], waveIndex }, {
      onSuccess: ({ violations }) => showToast({ title: waveIndex === null ? t('board.unpinned') : t('board.moved', { index: waveIndex, violations: format.count(violations.length) }), tone: 'done' }),
    });
  };
  const onMove = view?.summary.current === true ? moveSystem : undefined;
  const createButton = <Button variant={view === undefined ? 'primary' : 'secondary'} icon="play" disabledReason={running ? t('create.running') : undefined} onClick={() => setCreating(true)}>{view === undefined ? t('create.button') : t('create.again')}</Button>;

  return (
    <Page
      title={t('title')}
      scope={view === undefined ? undefined : `${view.summary.name} · ${t('scope', { waves: format.count(view.summary.waveCount), assigned: format.count(view.summary.assignedCount), unassigned: format.count(view.summary.unassignedCount) })}`}
      layout="fill"
      toolbar={<>{view === undefined ? null : <PlanCheck planId={view.summary.id} />}{createButton}</>}
      bar={
        <Stack gap={2}>
          <PlanJob startedId={startedId} />
          {view === undefined ? null : <TargetList targets={view.plan.targets} />}
          {view === undefined || !view.summary.current || view.plan.targets.every((target) => target.met) ? null : <RelaxationList planId={view.summary.id} />}
          {view === undefined || view.summary.current ? null : <Notice tone="warning" title={t('revisions.notCurrent', { revision: view.summary.revision })} action={<Button size="small" onClick={() => setSearch({ plan: undefined })}>{t('revisions.backToCurrent')}</Button>} />}
          <Row justify="space-between" wrap>
            <Tabs label={t('title')} items={tabs} value={search.tab} onChange={(tab) => setSearch({ tab })} />
            {search.tab === 'board' && view !== undefined ? <SearchField label={t('board.filter')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} /> : null}
          </Row>
        </Stack>
      }
      inspector={view === undefined || ownTab || search.system === undefined ? undefined : <PlanInspector view={view} systemId={search.system} onClose={() => setSearch({ system: undefined })} onMove={onMove} />}
    >
      {search.tab === 'settings' ? <SettingsEditor />
        : search.tab === 'revisions' ? <RevisionsTable onOpen={(plan) => setSearch({ plan, tab: 'board' })} />
        : missing ? <EmptyState title={t('empty.title')} text={t('empty.text')} action={createButton} />
        : answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        : view === undefined ? <LoadingState lines={12} />
        : <PlanContent view={view} search={search} setSearch={setSearch} onMove={onMove} />}
      {creating ? <CreatePlanDialog onClose={() => setCreating(false)} onStarted={setStartedId} /> : null}
    </Page>
  );
}
