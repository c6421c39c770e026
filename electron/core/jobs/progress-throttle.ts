/** At most 8 notices a second for one job. */
const MIN_GAP_MS = 125;

export interface ProgressThrottle {
  /** Asks to send now or, when the last sending was too near, a little later. */
  readonly request: () => void;
  /** Sends at once what is waiting; used when the job ends, so the last state is always told. */
  readonly flush: () => void;
}

export function createProgressThrottle(send: () => void, clockMs: () => number): ProgressThrottle {
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const sendNow = () => {
    clearTimeout(timer);
    timer = undefined;
    lastAt = clockMs();
    send();
  };
  return {
    request: () => {
      if (timer) return;
      const waitMs = lastAt + MIN_GAP_MS - clockMs();
      if (waitMs <= 0) {
        sendNow();
        return;
      }
      timer = setTimeout(sendNow, waitMs);
      timer.unref();
    },
    flush: () => {
      if (timer) sendNow();
    },
  };
}
