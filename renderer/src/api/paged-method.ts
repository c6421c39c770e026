import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/contract.ts';

interface PageShape {
  readonly rows: readonly unknown[];
  readonly total: number;
  readonly grandTotal: number;
}

/** Procedures that answer in pages. */
export type PagedMethod = { [Method in MethodName]: OutputOf<Method> extends PageShape ? Method : never }[MethodName];
export type RowOf<Method extends PagedMethod> = OutputOf<Method>['rows'][number];
/** The input without the window, which the table chooses. */
export type PagedInput<Method extends PagedMethod> = Omit<InputOf<Method>, 'offset' | 'limit'>;
