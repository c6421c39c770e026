import { KIB } from '../../../shared/kernel/quantities.ts';
import { readBytes, readCount } from '../read-number.ts';

export interface DataFolder {
  readonly pid: number;
  readonly path: string;
  readonly sizeBytes: number;
  /** Not the folder's size but what is used on its file system. */
  readonly isUpperBound: boolean;
}

/** What the section's own lines say; see `collect.sh`. */
export interface SoftwareClues {
  /** Program behind a process, where it lies outside the distribution's folders of programs. */
  readonly programs: ReadonlyMap<number, string>;
  /** What a program said of its version. */
  readonly programVersions: ReadonlyMap<string, string>;
  /** The line with the version in a file, by its path. */
  readonly files: ReadonlyMap<string, string>;
  readonly data: readonly DataFolder[];
  /** Words of cluster configurations: product, key, value. */
  readonly configuration: readonly (readonly [product: string, key: string, value: string])[];
}

const MAX_WORDS = 200;

function readData([, pid, how, kb, ...path]: readonly string[]): DataFolder | undefined {
  const [number, sizeBytes] = [readCount(pid), readBytes(kb, KIB)];
  const folder = path.join(' ');
  if (number === undefined || sizeBytes === undefined || !folder.startsWith('/') || (how !== 'du' && how !== 'df')) return undefined;
  return { pid: number, path: folder.slice(0, 4000), sizeBytes, isUpperBound: how === 'df' };
}

export function readClues(lines: readonly string[]): SoftwareClues {
  const programs = new Map<number, string>();
  const programVersions = new Map<string, string>();
  const files = new Map<string, string>();
  const data: DataFolder[] = [];
  const configuration: (readonly [string, string, string])[] = [];
  for (const line of lines) {
    const fields = line.split(' ');
    const [word, first = '', second = '', third = ''] = fields;
    if (word === 'exe') {
      for (const field of fields.slice(2)) {
        const pid = readCount(field);
        if (pid !== undefined) programs.set(pid, first);
      }
    } else if (word === 'version') programVersions.set(first, fields.slice(2).join(' '));
    else if (word === 'file') files.set(first, fields.slice(2).join(' '));
    else if (word === 'data') {
      const folder = readData(fields);
      if (folder) data.push(folder);
    } else if (word === 'conf' && third !== '' && configuration.length < MAX_WORDS) configuration.push([first, second, fields.slice(3).join(' ').slice(0, 200)]);
  }
  return { programs, programVersions, files, data, configuration };
}
