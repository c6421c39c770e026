import { useMutation } from '@tanstack/react-query';
import type { FilePurpose, PickedFile } from '../../../shared/contract/host.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { useHost } from './host-context.tsx';
import { toAppError } from './to-app-error.ts';

export interface FileChoice {
  /** Opens the shell's way of choosing; a dialog closed without a choice changes nothing. */
  readonly pick: () => void;
  /** Takes a dropped file; undefined where the shell has no way to hand one over. */
  readonly drop: ((file: File) => void) | undefined;
  readonly busy: boolean;
  readonly error: AppError | null;
}

/** A file from the person. A failure is shown as a toast unless `quiet` (the caller shows `error` itself). */
export function useFileChoice(purpose: FilePurpose, onChosen: (file: PickedFile) => void, options: { readonly quiet?: boolean } = {}): FileChoice {
  const host = useHost();
  const take = useMutation<PickedFile | null, AppError, () => Promise<PickedFile | null>>({
    mutationFn: (how) => how().catch((cause: unknown) => {
      throw toAppError(cause);
    }),
    onSuccess: (file) => {
      if (file !== null) onChosen(file);
    },
    meta: { quiet: options.quiet ?? false },
  });
  return {
    pick: () => take.mutate(() => host.pickFile(purpose)),
    drop: host.takeFile === undefined ? undefined : (file) => take.mutate(async () => (await host.takeFile?.(file, purpose)) ?? null),
    busy: take.isPending,
    error: take.error,
  };
}
