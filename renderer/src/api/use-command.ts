import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { useClient } from './client-context.tsx';

/**
 * Changes something or starts a job: `run.mutate(input)` or `await run.mutateAsync(input)`. Screens refresh from the
 * core's `changed` event. A failure is shown as a toast unless `quiet` (the caller shows `run.error` itself).
 */
export function useCommand<Method extends MethodName>(method: Method, options: { readonly quiet?: boolean } = {}): UseMutationResult<OutputOf<Method>, AppError, InputOf<Method>> {
  const client = useClient();
  return useMutation<OutputOf<Method>, AppError, InputOf<Method>>({
    mutationFn: (input) => client.call(method, input),
    meta: { quiet: options.quiet ?? false },
  });
}
