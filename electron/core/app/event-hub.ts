import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Logger } from '../ports/logger.ts';

export interface EventHub {
  readonly publish: (event: CoreEvent) => void;
  readonly subscribe: (listener: (event: CoreEvent) => void) => () => void;
}

/** Tells every listener; one that throws is logged and does not keep the others from hearing. */
export function createEventHub(log: Logger): EventHub {
  const listeners = new Set<(event: CoreEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          log.error('event.listener_failed', { topic: event.topic, error });
        }
      }
    },
    subscribe: (listener) => {
      const own = (event: CoreEvent) => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
