import type { BundleEntry } from '../../../shared/model/bundle.ts';
import type { ProbePlatform } from '../../../shared/model/probe-platform.ts';
import type { KeptContact } from '../inventory/index.ts';
import { digestOf } from './bundle-file.ts';

const PLATFORMS = new Map<string, ProbePlatform>([['aix', 'aix'], ['solaris', 'solaris'], ['hpux', 'hpux'], ['freebsd', 'freebsd'], ['windows', 'windows']]);

/** `host:port way` without the port and the way. */
function hostOf(place: string): string {
  return (place.split(' ')[0] ?? place).replace(/:\d{1,5}$/, '');
}

/** One host of a bundle. Undefined for a contact that was not read by the probe: its texts mean something to that reader only. */
export function entryOf({ place, hostKey, departmentName, tag, facts, sections }: KeptContact): BundleEntry | undefined {
  const isProbed = !(sections.get('os') ?? sections.get('identity') ?? '{').startsWith('{');
  if (!isProbed) return undefined;
  const states = new Map(facts.sections.map(({ name, state }) => [name, state]));
  // Only the last section of an answer can have been cut without a word.
  const framed = [...sections].map(([name, text]) => ({ name, text, closed: !(states.get(name) === 'truncated' && !text.split('\n').includes('!TRUNCATED')), skipped: states.get(name) === 'skipped' }));
  return {
    place: place.trim(), host: hostOf(place), hostKey, departmentName, tag, collectedAt: facts.collectedAt, privilege: facts.privilege, platform: PLATFORMS.get(facts.os?.family ?? '') ?? 'linux',
    sections: framed, sha256: digestOf(framed),
  };
}
