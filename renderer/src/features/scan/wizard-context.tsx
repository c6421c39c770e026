import { createContext, use, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { createWizardStore, type WizardState } from './lib/wizard-store.ts';

const WizardContext = createContext<StoreApi<WizardState> | undefined>(undefined);

/** One draft for the wizard and for retries of this window. */
export function WizardProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createWizardStore);
  return <WizardContext value={store}>{children}</WizardContext>;
}

export function useWizard<Value>(select: (state: WizardState) => Value): Value {
  const store = use(WizardContext);
  if (store === undefined) throw new Error('WizardProvider is missing');
  return useStore(store, select);
}
