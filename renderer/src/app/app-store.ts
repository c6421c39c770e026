import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is open around the screens. */
export interface AppState {
  readonly railNarrow: boolean;
  readonly overlay: 'palette' | 'keys' | null;
  readonly toggleRail: () => void;
  readonly open: (overlay: 'palette' | 'keys') => void;
  readonly closeOverlay: () => void;
}

export function createAppStore(railNarrow: boolean): StoreApi<AppState> {
  return createStore<AppState>((set) => ({
    railNarrow,
    overlay: null,
    toggleRail: () => set((state) => ({ railNarrow: !state.railNarrow })),
    open: (overlay) => set({ overlay }),
    closeOverlay: () => set({ overlay: null }),
  }));
}
