import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemIdSchema } from '../../../../../shared/kernel/ids.ts';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { CreatePlanDialog } from '../components/create-plan-dialog.tsx';
import { PlanBar } from '../components/plan-bar.tsx';
import { PlanBody } from '../components/plan-body.tsx';
import { PlanCheck } from '../components/plan-check.tsx';
import { PlanInspector } from '../components/plan-inspector.tsx';
import { useShownPlan } from '../components/use-shown-plan.ts';
import { PLAN_URL } from '../lib/plan-search.ts';

/** Waves, schedule and what does not fit, of the current plan or an earlier revision; and the settings behind them. */
export function PlanPage() {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [search, setSearch] = useUrlState(PLAN_URL);
  const [creating, setCreating] = useState(false);
  const [startedId, setStartedId] = useState<string>();
  const { view, missing, error, retry } = useShownPlan(search.plan);
  const running = useActiveJob(['plan']) !== undefined;
  const move = useCommand('plan.moveSystems');
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
      toolbar={view === undefined ? undefined : <><PlanCheck planId={view.summary.id} />{createButton}</>}
      bar={<PlanBar view={view} search={search} setSearch={setSearch} startedId={startedId} />}
      inspector={view === undefined || ownTab || search.system === undefined ? undefined : <PlanInspector view={view} systemId={search.system} onClose={() => setSearch({ system: undefined })} onMove={onMove} />}
    >
      <PlanBody view={view} missing={missing} error={error} onRetry={retry} search={search} setSearch={setSearch} onMove={onMove} create={createButton} />
      {creating ? <CreatePlanDialog onClose={() => setCreating(false)} onStarted={setStartedId} /> : null}
    </Page>
  );
}
