import { scanRunIdSchema, type ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { hostErrorCodeSchema, hostKeySchema, scanStateSchema, type HostErrorCode, type HostKey, type ScanTargetResult } from '../../../../../shared/model/scan.ts';
import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

/** The views of the scan screen; `new` is the wizard. */
export const SCAN_VIEWS = ['runs', 'keys', 'script'] as const;
/** The parts of one run: its targets, and what it found otherwise than an earlier one. */
export const RUN_PARTS = ['targets', 'changes'] as const;
export type ScanView = (typeof SCAN_VIEWS)[number];

/** What the address of the scan screen holds. */
export interface ScanSearch {
  readonly view: ScanView | 'new';
  /** The run that is open. */
  readonly run: ScanRunId | undefined;
  readonly part: (typeof RUN_PARTS)[number];
  /** Results of the run: text, state, error and department that narrow them. */
  readonly text: string;
  readonly state: ScanTargetResult['state'] | undefined;
  readonly code: HostErrorCode | undefined;
  /** Null: hosts listed without a department. */
  readonly department: string | null | undefined;
  /** Host keys: state that narrows them. */
  readonly keyState: HostKey['state'] | undefined;
}

const MAX_TEXT = 200;

export const SCAN_URL: UrlState<ScanSearch> = {
  read: (raw) => ({
    view: raw['view'] === 'new' ? 'new' : (SCAN_VIEWS.find((view) => view === raw['view']) ?? 'runs'),
    run: scanRunIdSchema.safeParse(raw['run']).data,
    part: RUN_PARTS.find((part) => part === raw['part']) ?? 'targets',
    text: searchText(raw['text']).slice(0, MAX_TEXT),
    state: scanStateSchema.safeParse(raw['state']).data,
    code: hostErrorCodeSchema.safeParse(raw['code']).data,
    department: raw['noDepartment'] === 'yes' ? null : searchText(raw['department']).slice(0, MAX_TEXT) || undefined,
    keyState: hostKeySchema.shape.state.safeParse(raw['keyState']).data,
  }),
  write: ({ view, run, part, text, state, code, department, keyState }) => ({ view: view === 'runs' ? undefined : view, run, part: part === 'targets' ? undefined : part, text: text.slice(0, MAX_TEXT), state, code, department: department ?? undefined, noDepartment: department === null ? 'yes' : undefined, keyState }),
};
