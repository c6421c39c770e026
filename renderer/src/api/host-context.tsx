import { createContext, use, type ReactNode } from 'react';
import type { PageHost } from './page-host.ts';

const HostContext = createContext<PageHost | undefined>(undefined);

export function HostProvider({ host, children }: { readonly host: PageHost; readonly children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

/** What the shell can do: pick a file, choose where to save, deliver an export. */
export function useHost(): PageHost {
  const host = use(HostContext);
  if (host === undefined) throw new Error('HostProvider is missing');
  return host;
}
