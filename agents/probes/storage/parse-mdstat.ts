import { KIB } from '../../../shared/kernel/quantities.ts';
import type { StorageFacts } from '../../../shared/model/storage-facts.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';

type RaidArray = NonNullable<StorageFacts['raidArrays']>[number];

const STATES = new Set(['active', 'inactive', '(read-only)', '(auto-read-only)']);
const MEMBER = /^([\w!-]{1,60})\[\d{1,4}\]((?:\([A-Z]\)){0,4})$/;
const ACTIVITY = /\b(recovery|resync|check|reshape|repair)\s*=/;

/** `md0 : active raid1 sdb1[1] sda1[0](F)` */
function parseHead(line: string): RaidArray | undefined {
  const [name = '', colon, state, ...words] = line.split(/\s+/);
  if (colon !== ':' || (state !== 'active' && state !== 'inactive')) return undefined;
  const members: string[] = [];
  let level: string | undefined;
  let failed = 0;
  let spares = 0;
  for (const word of words) {
    const member = MEMBER.exec(word);
    if (!member) {
      if (!STATES.has(word)) level ??= word.slice(0, 40);
      continue;
    }
    const [, device = '', flags = ''] = member;
    if (flags.includes('(F)')) failed += 1;
    if (flags.includes('(S)')) spares += 1;
    if (members.length < 64) members.push(device);
  }
  return { name: name.slice(0, 60), ...defined({ level }), active: state === 'active', members, failed, spares };
}

/** `      976630336 blocks super 1.2 [2/1] [U_]`, then perhaps `[==>..]  recovery = 12.6% …` */
function continued(array: RaidArray, line: string): RaidArray {
  const [blocks, word] = line.split(' ');
  const count = /\[(\d{1,4})\/(\d{1,4})\]/.exec(line);
  const sizeBytes = word === 'blocks' ? readBytes(blocks, KIB) : undefined;
  return { ...array, ...defined({ sizeBytes, wanted: count ? readCount(count[1]) : undefined, working: count ? readCount(count[2]) : undefined, activity: ACTIVITY.exec(line)?.[1] }) };
}

/** The lines of /proc/mdstat without "Personalities" and "unused devices". */
export function parseMdstat(lines: readonly string[]): RaidArray[] {
  const arrays: RaidArray[] = [];
  for (const line of lines) {
    const array = parseHead(line);
    const last = arrays.at(-1);
    if (array) arrays.push(array);
    else if (last) arrays[arrays.length - 1] = continued(last, line);
  }
  return arrays.slice(0, 64);
}
