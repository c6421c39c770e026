import { createContext, use, type ReactNode } from 'react';
import type { Client } from '../../../shared/contract/client.ts';

const ClientContext = createContext<Client | undefined>(undefined);

/** Gives the tree below the one connection to the core. */
export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The typed caller itself; components use `useCall` and `useCommand`, this is for code between them. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (client === undefined) throw new Error('ClientProvider is missing');
  return client;
}
