import { createContext, use, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from './app-store.ts';

const AppStoreContext = createContext<StoreApi<AppState> | undefined>(undefined);

export function AppStoreProvider({ store, children }: { readonly store: StoreApi<AppState>; readonly children: ReactNode }) {
  return <AppStoreContext value={store}>{children}</AppStoreContext>;
}

export function useAppState<Value>(select: (state: AppState) => Value): Value {
  const store = use(AppStoreContext);
  if (store === undefined) throw new Error('AppStoreProvider is missing');
  return useStore(store, select);
}
