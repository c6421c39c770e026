import { Kbd as MantineKbd } from '@mantine/core';

/** A key or a chord: `Ctrl+K` is drawn as its keys. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span style={{ display: 'inline-flex', gap: 2 }}>
      {keys.split('+').map((key) => <MantineKbd key={key} size="xs">{key}</MantineKbd>)}
    </span>
  );
}
