import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useGo } from '../../../ui/use-go.ts';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import type { PlanSearch } from '../lib/plan-search.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { PlanContent } from './plan-content.tsx';
import { RevisionsTable } from './revisions-table.tsx';
import { SettingsEditor } from './settings/settings-editor.tsx';

export interface PlanBodyProps {
  readonly view: PlanView | undefined;
  /** There is no such plan. */
  readonly missing: boolean;
  readonly error: AppError | null;
  readonly onRetry: () => void;
  readonly search: PlanSearch;
  readonly setSearch: SetUrlState<PlanSearch>;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
  /** The one next action while there is no plan. */
  readonly create: ReactNode;
}

/** Settings and revisions stand without a plan; every other view needs one. */
export function PlanBody({ view, missing, error, onRetry, search, setSearch, onMove, create }: PlanBodyProps) {
  if (search.tab === 'settings') return <SettingsEditor />;
  const onRevisions = search.tab === 'revisions';
  if (missing && (search.plan === undefined || !onRevisions)) return <NoPlan create={create} />;
  if (onRevisions) return <RevisionsTable onOpen={(plan) => setSearch({ plan, tab: 'board' })} />;
  if (error !== null) return <ErrorState error={error} onRetry={onRetry} />;
  if (view === undefined) return <LoadingState lines={12} />;
  return <PlanContent view={view} search={search} setSearch={setSearch} onMove={onMove} />;
}

/** Without systems there is nothing to plan: the register comes first. */
function NoPlan({ create }: Pick<PlanBodyProps, 'create'>) {
  const { t } = useTranslation('plan');
  const go = useGo();
  const systems = useCall('project.getStatus', {}).data?.counts.systems;
  if (systems === 0) return <EmptyState title={t('empty.title')} text={t('empty.noSystems')} action={<Button variant="primary" onClick={() => go('/systems')}>{t('empty.systems')}</Button>} />;
  return <EmptyState title={t('empty.title')} text={t('empty.text')} action={create} />;
}
