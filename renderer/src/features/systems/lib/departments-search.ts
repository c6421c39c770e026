import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

/** The view of the register of departments that the address holds. */
export interface DepartmentsSearch {
  readonly text: string;
  readonly department: string | undefined;
}

export const DEPARTMENTS_URL: UrlState<DepartmentsSearch> = {
  read: (raw) => ({ text: searchText(raw['text']), department: searchText(raw['department']) || undefined }),
  write: ({ text, department }) => ({ text, department }),
};
