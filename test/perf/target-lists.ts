import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Targets as the product takes them and as the floor takes them, the same hosts in the same order. */
export interface TargetList {
  readonly csv: string;
  readonly json: string;
  readonly hosts: number;
}

/** Writes a list of the hosts at these positions of the estate's own list. */
export function writeTargetList(folder: string, name: string, positions: readonly number[]): TargetList {
  const [header = '', ...rows] = readFileSync(join(folder, 'targets.csv'), 'utf8').split('\n');
  const targets = JSON.parse(readFileSync(join(folder, 'targets.json'), 'utf8')) as unknown[];
  const [csv, json] = [join(folder, `${name}.csv`), join(folder, `${name}.json`)];
  writeFileSync(csv, [header, ...positions.map((position) => rows[position] ?? '')].join('\n'));
  writeFileSync(json, JSON.stringify(positions.map((position) => targets[position])));
  return { csv, json, hosts: positions.length };
}
