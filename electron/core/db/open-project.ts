import type { LockOwner } from './project-lock.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What only the project feature may do with the file; features get the narrower `ProjectDatabase`. */
export interface OpenProject extends ProjectDatabase {
  /** Why it is read-only, when another process writes it. */
  readonly lockedBy: LockOwner | undefined;
  /** The action undo or redo would act on. */
  nextStep(direction: 'undo' | 'redo'): string | undefined;
  /** Returns the action put back. Throws `project.nothing_to_undo`. */
  step(direction: 'undo' | 'redo', by: string): string;
  /** Rises with every transaction of this process: a key for caches. */
  readonly changeCount: () => number;
  /** Online copy; `seal` (`sealCopy`, in a worker) proves it before it gets its name. */
  backUp(targetPath: string, seal: (path: string) => Promise<void>): Promise<void>;
  close(): void;
}
