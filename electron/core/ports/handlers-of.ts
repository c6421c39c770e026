import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import type { MethodName, ParsedInputOf, ReturnOf } from '../../../shared/contract/contract.ts';

export interface CallInfo {
  readonly signal: CancelSignal;
}

/** The handlers of a feature: one per procedure of its contract; a missing or misspelt one does not compile. */
export type HandlersOf<FeatureContract> = {
  readonly [Method in keyof FeatureContract & MethodName]: (input: ParsedInputOf<Method>, call: CallInfo) => ReturnOf<Method> | Promise<ReturnOf<Method>>;
};
