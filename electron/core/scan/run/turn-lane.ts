import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Runs heavy steps one after the other, each in a turn of the event loop of its own, so that what else the thread
 * serves never waits for more than one of them.
 */
export class TurnLane {
  #last: Promise<unknown> = Promise.resolve();

  run<Result>(step: () => Result): Promise<Result> {
    const result = this.#last.then(() => nextTurn()).then(step);
    // The next step goes on whether this one failed or not; its caller hears of the failure.
    this.#last = result.catch(() => undefined);
    return result;
  }
}
