import { MutationCache, QueryClient } from '@tanstack/react-query';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { toAppError } from './to-app-error.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
    mutationMeta: { readonly quiet?: boolean };
  }
}

/**
 * Facts change only when the core says so (see change-bridge.ts): nothing is stale by age, by focus or by a network
 * that this offline program does not use. A failed command is told to `onCommandError` unless its caller is quiet.
 */
export function createQueryClient(onCommandError: (error: AppError) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.quiet !== true) onCommandError(toAppError(error));
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, gcTime: 5 * 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
