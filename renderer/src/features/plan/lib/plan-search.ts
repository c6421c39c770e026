import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';
import { GANTT_ZOOMS, type GanttZoom } from './gantt-layout.ts';

export const PLAN_TABS = ['board', 'gantt', 'unassigned', 'violations', 'groups', 'revisions', 'settings'] as const;
export type PlanTab = (typeof PLAN_TABS)[number];

/** The view of the plan that the address holds. */
export interface PlanSearch {
  readonly tab: PlanTab;
  /** A revision; undefined = the current plan. */
  readonly plan: string | undefined;
  readonly text: string;
  readonly zoom: GanttZoom;
  /** The system open in the inspector. */
  readonly system: string | undefined;
}

export const PLAN_URL: UrlState<PlanSearch> = {
  read: (raw) => ({
    tab: PLAN_TABS.find((tab) => tab === raw['tab']) ?? 'board',
    plan: searchText(raw['plan']) || undefined,
    text: searchText(raw['text']),
    zoom: GANTT_ZOOMS.find((zoom) => zoom === raw['zoom']) ?? 'weeks',
    system: searchText(raw['system']) || undefined,
  }),
  write: ({ tab, plan, text, zoom, system }) => ({ tab: tab === 'board' ? undefined : tab, plan, text, zoom: zoom === 'weeks' ? undefined : zoom, system }),
};
