import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { useHost } from '../../api/host-context.tsx';
import { toAppError } from '../../api/to-app-error.ts';
import { useCommand } from '../../api/use-command.ts';

/** Which file: a recent project or one just chosen. */
export type ProjectChoice = InputOf<'project.recover'>;

/** A way into a project that was refused. */
export interface OpeningFailure {
  readonly error: AppError;
  /** The project that was refused; null when it was not about a file (a new project, a dialog). */
  readonly refused: { readonly choice: ProjectChoice; readonly name: string } | null;
}

export interface ProjectOpening {
  readonly busy: boolean;
  readonly failure: OpeningFailure | null;
  readonly create: (name: string) => Promise<void>;
  readonly createSample: (servers: number) => Promise<void>;
  readonly openFile: () => Promise<void>;
  /** `demandWritable`: refused as `project.locked` instead of opened read-only while another process holds the file. */
  readonly open: (choice: ProjectChoice, name: string, demandWritable?: boolean) => Promise<void>;
  /** For a file refused as `project.damaged`; gives what was done, or undefined when that was refused too. */
  readonly recover: (choice: ProjectChoice, name: string) => Promise<OutputOf<'project.recover'> | undefined>;
}

/** The ways into a project. After each the overview is shown. */
export function useProjectOpening(): ProjectOpening {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const host = useHost();
  const [failure, setFailure] = useState<OpeningFailure | null>(null);
  const create = useCommand('project.create', { quiet: true });
  const open = useCommand('project.open', { quiet: true });
  const recover = useCommand('project.recover', { quiet: true });
  const startSample = useCommand('scan.startSample', { quiet: true });

  const attempt = async <Result>(work: () => Promise<Result>, refused: OpeningFailure['refused']): Promise<Result | undefined> => {
    setFailure(null);
    try {
      const result = await work();
      void navigate({ to: '/' });
      return result;
    } catch (cause) {
      setFailure({ error: toAppError(cause), refused });
      return undefined;
    }
  };
  const openChosen = async (choice: ProjectChoice, name: string, demandWritable = false): Promise<void> => {
    await attempt(() => open.mutateAsync({ ...choice, takeOver: demandWritable }), { choice, name });
  };

  return {
    busy: create.isPending || open.isPending || recover.isPending || startSample.isPending,
    failure,
    create: async (name) => {
      await attempt(() => create.mutateAsync({ name }), null);
    },
    createSample: async (servers) => {
      await attempt(async () => {
        await create.mutateAsync({ name: t('sample.name', { servers }) });
        return startSample.mutateAsync({ servers });
      }, null);
    },
    openFile: async () => {
      setFailure(null);
      try {
        const file = await host.pickFile('project-open');
        if (file !== null) await openChosen({ file: file.token }, file.name);
      } catch (cause) {
        setFailure({ error: toAppError(cause), refused: null });
      }
    },
    open: openChosen,
    recover: (choice, name) => attempt(() => recover.mutateAsync(choice), { choice, name }),
  };
}
