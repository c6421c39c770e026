import { EXIT } from '../../../shared/kernel/error-codes.ts';
import type { CliIo } from './cli-io.ts';

export interface Interruption {
  readonly signal: AbortSignal;
  end(): void;
}

/** The first Ctrl-C asks for a clean stop, the second one ends at once. */
export function watchInterruption(io: Pick<CliIo, 'onInterrupt' | 'exitNow'>, say: () => void): Interruption {
  const controller = new AbortController();
  const end = io.onInterrupt(() => {
    if (controller.signal.aborted) return io.exitNow(EXIT.interrupted);
    say();
    controller.abort();
  });
  return { signal: controller.signal, end };
}
