import { useState } from 'react';

/** The former value as long as `same` sees no difference in the new one, so that memoised children stay as they are. */
export function useKept<Value>(value: Value, same: (before: Value, now: Value) => boolean): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  setKept(value);
  return value;
}
