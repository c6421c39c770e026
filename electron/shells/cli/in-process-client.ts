import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ServedCore } from '../served-core.ts';

function linkedSignal(outer: CancelSignal | undefined, closing: AbortSignal): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (outer?.aborted || closing.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  closing.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      outer?.removeEventListener('abort', abort);
      closing.removeEventListener('abort', abort);
    },
  };
}

/** The core as a `Client` in the same process: the same checks and errors as over a wire, without one. Closing leaves the core open. */
export function createInProcessClient(core: ServedCore): Client {
  const closing = new AbortController();
  const subscriptions = new Set<() => void>();
  return {
    async call(method, input, options = {}) {
      if (closing.signal.aborted) throw new AppError('request.disconnected');
      const { signal, release } = linkedSignal(options.signal, closing.signal);
      if (signal.aborted) throw new AppError('request.cancelled');
      const gone = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new AppError(closing.signal.aborted ? 'request.disconnected' : 'request.cancelled')), { once: true });
      });
      try {
        // The dispatcher validates the output against the contract.
        return (await Promise.race([core.dispatch(method, input, { signal }), gone])) as OutputOf<typeof method>;
      } finally {
        release();
      }
    },
    subscribe(listener) {
      const unsubscribe = core.subscribe(listener);
      subscriptions.add(unsubscribe);
      return () => {
        subscriptions.delete(unsubscribe);
        unsubscribe();
      };
    },
    async close() {
      closing.abort();
      for (const unsubscribe of subscriptions) unsubscribe();
      subscriptions.clear();
    },
  };
}
