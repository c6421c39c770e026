import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import type { PlanSearch } from '../lib/plan-search.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { PlanJob } from './plan-job.tsx';
import { RelaxationList } from './relaxation-list.tsx';
import { TargetList } from './target-list.tsx';
import { usePlanTabs } from './use-plan-tabs.ts';

export interface PlanBarProps {
  /** undefined: no plan, or not yet read. */
  readonly view: PlanView | undefined;
  readonly search: PlanSearch;
  readonly setSearch: SetUrlState<PlanSearch>;
  /** The planning job started from this screen. */
  readonly startedId: string | undefined;
}

/** How far the plan meets its targets, and the views of it. */
export function PlanBar({ view, search, setSearch, startedId }: PlanBarProps) {
  const { t } = useTranslation('plan');
  const tabs = usePlanTabs(view);
  return (
    <Stack gap={2}>
      <PlanJob startedId={startedId} />
      {view === undefined ? null : <PlanStanding view={view} onCurrent={() => setSearch({ plan: undefined })} />}
      <Row justify="space-between" wrap>
        <Tabs label={t('title')} items={tabs} value={search.tab} onChange={(tab) => setSearch({ tab })} />
        {search.tab === 'board' && view !== undefined ? <SearchField label={t('board.filter')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} /> : null}
      </Row>
    </Stack>
  );
}

/** The targets; what would meet the missed ones; that an earlier revision is on the screen. */
function PlanStanding({ view, onCurrent }: { readonly view: PlanView; readonly onCurrent: () => void }) {
  const { t } = useTranslation('plan');
  const { current, id, revision } = view.summary;
  return (
    <>
      <TargetList targets={view.plan.targets} />
      {!current || view.plan.targets.every((target) => target.met) ? null : <RelaxationList planId={id} />}
      {current ? null : <Notice tone="warning" title={t('revisions.notCurrent', { revision })} action={<Button size="small" onClick={onCurrent}>{t('revisions.backToCurrent')}</Button>} />}
    </>
  );
}
