import { createContext, use, type ReactNode } from 'react';
import type { Host } from '../../../shared/contract/host.ts';

const HostContext = createContext<Host | undefined>(undefined);

export function HostProvider({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

/** What the shell can do: pick a file, choose where to save, deliver an export. */
export function useHost(): Host {
  const host = use(HostContext);
  if (host === undefined) throw new Error('HostProvider is missing');
  return host;
}
