import { ADOPTION_MEASURES, type AdoptionMeasure } from '../../../../../shared/model/plan.ts';
import { TRACKING_STATES, type TrackingState } from '../../../../../shared/model/tracking.ts';
import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

export const PROGRESS_TABS = ['curve', 'departments', 'systems'] as const;
export type ProgressTab = (typeof PROGRESS_TABS)[number];

/** The view of the progress that the address holds. */
export interface ProgressSearch {
  readonly tab: ProgressTab;
  /** undefined: the measure of the plan's settings. */
  readonly measure: AdoptionMeasure | undefined;
  readonly text: string;
  readonly states: readonly TrackingState[];
  readonly late: boolean;
  readonly wave: number | undefined;
  readonly system: string | undefined;
}

function positive(text: string): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

export const PROGRESS_URL: UrlState<ProgressSearch> = {
  read: (raw) => ({
    tab: PROGRESS_TABS.find((tab) => tab === raw['tab']) ?? 'curve',
    measure: ADOPTION_MEASURES.find((measure) => measure === raw['measure']),
    text: searchText(raw['text']),
    states: TRACKING_STATES.filter((state) => searchText(raw['states']).split(',').includes(state)),
    late: raw['late'] === 'yes',
    wave: positive(searchText(raw['wave'])),
    system: searchText(raw['system']) || undefined,
  }),
  write: ({ tab, measure, text, states, late, wave, system }) => ({
    tab: tab === 'curve' ? undefined : tab, measure, text, states: states.join(','), late: late ? 'yes' : undefined, wave: wave === undefined ? undefined : String(wave), system,
  }),
};
