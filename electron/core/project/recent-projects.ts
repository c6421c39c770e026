import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { recentProjectSchema } from '../../../shared/contract/project.ts';
import { createWriteQueue, writeFileAtomically } from '../files/index.ts';

const KEPT = 30;
const entrySchema = z.object({ path: z.string(), name: z.string(), openedAt: z.string() });
type Entry = z.infer<typeof entrySchema>;

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** recent.json in the data folder, newest first; an unreadable file counts as empty. */
export function createRecentProjects(dataDir: string) {
  const file = join(dataDir, 'recent.json');
  const read = (): Entry[] => {
    try {
      return z.array(entrySchema).parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  };
  const inTurn = createWriteQueue();
  const change = (edit: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> =>
    inTurn(() => {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      return writeFileAtomically(file, `${JSON.stringify(edit(read()).slice(0, KEPT), null, 2)}\n`);
    });
  return {
    list: (): z.infer<typeof recentProjectSchema>[] =>
      read().map((entry) => {
        const found = statSync(entry.path, { throwIfNoEntry: false });
        return { id: idOf(entry.path), ...entry, exists: found !== undefined, sizeBytes: found?.size ?? null, changedAt: found?.mtime.toISOString() ?? null };
      }),
    add: (entry: Entry) => change((entries) => [entry, ...entries.filter((other) => other.path !== entry.path)]),
    forget: (id: string) => change((entries) => entries.filter((entry) => idOf(entry.path) !== id)),
    pathOf: (id: string): string | undefined => read().find((entry) => idOf(entry.path) === id)?.path,
  };
}
