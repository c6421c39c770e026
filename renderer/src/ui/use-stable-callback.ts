import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function for the whole life of the component; what it does is always that of the last render. For handlers given
 * to many memoised children, which must not be drawn anew because a handler closes over new values. Not to be called while rendering.
 */
export function useStableCallback<Args extends readonly unknown[], Result>(callback: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
