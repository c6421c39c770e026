import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import audit from '../../shared/i18n/en/audit.json' with { type: 'json' };
import jobs from '../../shared/i18n/en/jobs.json' with { type: 'json' };

const CORE = join(import.meta.dirname, '../../electron/core');
const sources = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ feature: name.split(/[\\/]/)[0] ?? '', text: readFileSync(join(CORE, name), 'utf8') }));

function found(pattern: RegExp): string[] {
  return sources.flatMap(({ text }) => [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((part) => part !== undefined)));
}

/** Written as a literal, as either branch of a choice, or by a feature's own `note('verb')` or `change('verb')`. */
const actions = new Set([
  ...found(/action: '([a-z]+\.[A-Za-z]+)'/g),
  ...found(/action: [^,'\n]{1,60}\? '([a-z]+\.[A-Za-z]+)' : '([a-z]+\.[A-Za-z]+)'/g),
  ...sources.flatMap(({ text }) => {
    const feature = /action: `([a-z]+)\.\$\{action\}`/.exec(text)?.[1];
    return feature === undefined ? [] : [...text.matchAll(/\b(?:note|change)\('([A-Za-z]+)'/g)].map((match) => `${feature}.${match[1]}`);
  }),
  ...found(/reopen\(path, '([a-z]+\.[A-Za-z]+)'/g),
  'project.undo',
  'project.redo',
]);

test('every action of the audit trail has a sentence, and every sentence an action', () => {
  expect(Object.keys(audit).sort()).toEqual([...actions].sort());
});

test('every phase a job reports has a name', () => {
  const phases = new Set([...found(/report\(\{[^'\n]{0,40}phase: '([a-z-]+)'/g), ...found(/\bphase\('([a-z-]+)'\)/g), ...found(/\.show\('([a-z-]+)'/g)]);
  expect(phases.size).toBeGreaterThan(5);
  for (const phase of phases) expect(Object.keys(jobs.phase)).toContain(phase);
});
