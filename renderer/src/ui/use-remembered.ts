import { useCallback, useState } from 'react';

/** A number of the workplace (a width, a height) kept in the browser's own storage; without storage it lasts for the session. */
export function useRememberedNumber(name: string, initial: number): readonly [number, (value: number) => void] {
  const key = `landfall.${name}`;
  const [value, setValue] = useState(() => {
    const stored = Number(read(key));
    return Number.isFinite(stored) && stored > 0 ? stored : initial;
  });
  const remember = useCallback(
    (next: number) => {
      setValue(next);
      write(key, String(next));
    },
    [key],
  );
  return [value, remember];
}

/** The same for a short list of words (chosen columns). null = nothing stored. */
export function readRemembered(name: string): unknown {
  try {
    return JSON.parse(read(`landfall.${name}`) ?? 'null');
  } catch {
    return null;
  }
}

export function writeRemembered(name: string, value: unknown): void {
  write(`landfall.${name}`, JSON.stringify(value));
}

// Storage may be refused (private window, full); the workbench then simply does not remember.
function read(key: string): string | null {
  try {
    return globalThis.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    globalThis.localStorage.setItem(key, value);
  } catch {
    return;
  }
}
