import { useMemo } from 'react';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import { paramNames } from '../lib/described-params.ts';
import type { PlanSearch } from '../lib/plan-search.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { Gantt } from './gantt.tsx';
import { GroupsTable } from './groups-table.tsx';
import { UnassignedTable } from './unassigned-table.tsx';
import { useParamsText } from './use-params-text.ts';
import { ViolationsTable } from './violations-table.tsx';
import { WaveBoard } from './wave-board.tsx';

export interface PlanContentProps {
  readonly view: PlanView;
  readonly search: PlanSearch;
  readonly setSearch: SetUrlState<PlanSearch>;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

/** The chosen view of one plan. */
export function PlanContent({ view, search, setSearch, onMove }: PlanContentProps) {
  const names = useMemo(() => paramNames(view), [view]);
  const paramsText = useParamsText(names);
  const open = (system: string): void => setSearch({ system });
  switch (search.tab) {
    case 'gantt': return <Gantt view={view} zoom={search.zoom} onZoom={(zoom) => setSearch({ zoom }, 'replace')} activeId={search.system} onOpen={open} onMove={onMove} />;
    case 'unassigned': return <UnassignedTable view={view} activeId={search.system} paramsText={paramsText} onOpen={open} />;
    case 'violations': return <ViolationsTable view={view} paramsText={paramsText} onOpen={open} />;
    case 'groups': return <GroupsTable view={view} onOpen={open} />;
    default: return <WaveBoard view={view} text={search.text} activeId={search.system} onOpen={open} onMove={onMove} />;
  }
}
