import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { recentProjectSchema } from '../../../shared/contract/project.ts';
import { writeFileAtomically } from '../settings/index.ts';

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
  const write = (entries: readonly Entry[]) => writeFileAtomically(file, `${JSON.stringify(entries.slice(0, KEPT), null, 2)}\n`);
  return {
    list: (): z.infer<typeof recentProjectSchema>[] =>
      read().map((entry) => {
        const found = statSync(entry.path, { throwIfNoEntry: false });
        return { id: idOf(entry.path), ...entry, exists: found !== undefined, sizeBytes: found?.size ?? null, changedAt: found?.mtime.toISOString() ?? null };
      }),
    add: (entry: Entry) => write([entry, ...read().filter((other) => other.path !== entry.path)]),
    forget: (id: string) => write(read().filter((entry) => idOf(entry.path) !== id)),
    pathOf: (id: string): string | undefined => read().find((entry) => idOf(entry.path) === id)?.path,
  };
}
