import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { useHost } from '../../api/host-context.tsx';
import { toAppError } from '../../api/to-app-error.ts';
import { useCommand } from '../../api/use-command.ts';

type OpenInput = InputOf<'project.open'>;

export interface ProjectOpening {
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly create: (name: string) => Promise<void>;
  readonly createSample: (servers: number) => Promise<void>;
  readonly openFile: () => Promise<void>;
  readonly openRecent: (recentId: string) => Promise<void>;
  /** Opens what another process was holding; offered only after `project.locked`. */
  readonly takeOver: (() => Promise<void>) | null;
}

/** The ways into a project. After each the overview is shown. */
export function useProjectOpening(): ProjectOpening {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const host = useHost();
  const [error, setError] = useState<AppError | null>(null);
  const [refused, setRefused] = useState<OpenInput | null>(null);
  const create = useCommand('project.create', { quiet: true });
  const open = useCommand('project.open', { quiet: true });
  const startSample = useCommand('scan.startSample', { quiet: true });

  const attempt = async (work: () => Promise<boolean>): Promise<void> => {
    setError(null);
    setRefused(null);
    try {
      if (await work()) void navigate({ to: '/' });
    } catch (cause) {
      setError(toAppError(cause));
    }
  };
  const openWith = (input: OpenInput): Promise<void> =>
    attempt(async () => {
      try {
        await open.mutateAsync(input);
        return true;
      } catch (cause) {
        if (cause instanceof AppError && cause.code === 'project.locked') setRefused(input);
        throw cause;
      }
    });

  return {
    busy: create.isPending || open.isPending || startSample.isPending,
    error,
    create: (name) => attempt(async () => (await create.mutateAsync({ name })).status.open),
    createSample: (servers) =>
      attempt(async () => {
        await create.mutateAsync({ name: t('sample.name', { servers }) });
        await startSample.mutateAsync({ servers });
        return true;
      }),
    openFile: () =>
      attempt(async () => {
        const file = await host.pickFile('project-open');
        if (file === null) return false;
        await openWith({ file: file.token });
        return false;
      }),
    openRecent: (recentId) => openWith({ recentId }),
    takeOver: refused === null ? null : () => openWith({ ...refused, takeOver: true }),
  };
}
