/**
 * Runs steps that read a file and write it anew one after the other, so that none overwrites what another just wrote.
 * A failure is told to the caller of that step; the next one goes on.
 */
export function createWriteQueue(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const result = last.then(step);
    last = result.catch(() => undefined);
    return result;
  };
}
