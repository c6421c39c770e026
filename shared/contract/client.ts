import type { CancelSignal } from '../kernel/cancel-signal.ts';
import type { CoreEvent } from './events.ts';
import type { InputOf, MethodName, OutputOf } from './contract.ts';

/** One typed caller for every transport. Failures are rejected `AppError`s. */
export interface Client {
  call<Method extends MethodName>(method: Method, input: InputOf<Method>, options?: { signal?: CancelSignal }): Promise<OutputOf<Method>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  close(): Promise<void>;
}
