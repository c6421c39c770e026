import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { callKey } from './call-key.ts';
import { useClient } from './client-context.tsx';

export interface CallOptions {
  /** false: not yet (no selection, empty text). */
  readonly enabled?: boolean;
  /** Shows the former answer while the input changes, so the layout stays still. */
  readonly keepPrevious?: boolean;
}

/** Reads from the core; read anew by itself when a topic of the procedure changes. */
export function useCall<Method extends MethodName>(method: Method, input: InputOf<Method>, options: CallOptions = {}): UseQueryResult<OutputOf<Method>> {
  const client = useClient();
  return useQuery<OutputOf<Method>, AppError, OutputOf<Method>>({
    queryKey: callKey(method, input),
    queryFn: ({ signal }) => client.call(method, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
