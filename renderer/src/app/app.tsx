import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { StoreApi } from 'zustand/vanilla';
import { ClientProvider } from '../api/client-context.tsx';
import { HostProvider } from '../api/host-context.tsx';
import type { JobStore } from '../api/job-store.ts';
import { JobStoreProvider } from '../api/jobs.tsx';
import { UiProvider } from '../ui/ui-provider.tsx';
import type { AppState } from './app-store.ts';
import { AppStoreProvider } from './app-store-context.tsx';
import type { Connection } from './connect.ts';
import { router } from './router.tsx';
import { SettingsEffect } from './settings-effect.tsx';
import { useSettings } from './use-settings.ts';

export interface AppProps {
  readonly connection: Connection;
  readonly queryClient: QueryClient;
  readonly jobs: StoreApi<JobStore>;
  readonly appStore: StoreApi<AppState>;
}

/** The providers around the router. */
export function App({ connection, queryClient, jobs, appStore }: AppProps) {
  return (
    <ClientProvider client={connection.client}>
      <HostProvider host={connection.host}>
        <QueryClientProvider client={queryClient}>
          <JobStoreProvider store={jobs}>
            <AppStoreProvider store={appStore}>
              <SettingsEffect />
              <ThemedRouter />
            </AppStoreProvider>
          </JobStoreProvider>
        </QueryClientProvider>
      </HostProvider>
    </ClientProvider>
  );
}

function ThemedRouter() {
  const { theme, density } = useSettings();
  return (
    <UiProvider colours={theme} density={density}>
      <RouterProvider router={router} />
    </UiProvider>
  );
}
