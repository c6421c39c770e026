import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, ROOT } from './paths.mjs';

/**
 * Writes docs/faults.md: each fault of the list with its state. Tests carry the ids in their names (`D08`, `W01`); a fault
 * without a test needs a reason. `--check` only compares, so that the page cannot grow stale.
 */
const AREAS = { D: 'Data and durability', N: 'Network and SSH', H: 'Hostile or odd data', W: 'Web shell and IPC', V: 'Credentials', C: 'Clock, process, resources', X: 'Exports and imports', P: 'Plan', L: 'Supply chain' };
const FOLDERS = ['shared', 'agents', 'electron', 'renderer', 'test'];
const PAGE = at('docs', 'faults.md');

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return /\.(test|spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function fail(message) {
  console.log(message);
  process.exit(1);
}

const ID = '(?!P9|P5)[DNHWVCXPL]\\d\\d\\b';
const LEADING = new RegExp(`^(?:${ID}[ ,:]+)+(?=[^\\s(])`);
const BRACKETED = new RegExp(`\\(${ID}\\)`, 'g');

/** Names of tests and rows of their tables: those that begin with ids and go on, or have one in brackets. */
function titles(text) {
  const strings = [...text.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.){4,400})\1/g)].map((match) => match[2]);
  return strings.map((title) => ({ title, ids: [LEADING.exec(title)?.[0] ?? '', ...(title.match(BRACKETED) ?? [])].join(' ').match(/[A-Z]\d\d/g) ?? [] })).filter(({ ids }) => ids.length > 0);
}

const shownBy = new Map();
for (const file of FOLDERS.flatMap((folder) => testFiles(at(folder))).sort()) {
  for (const { title, ids } of titles(readFileSync(file, 'utf8'))) {
    const shown = `\`${relative(ROOT, file)}\`: ${title.replace(LEADING, '').replaceAll('|', '\\|').replaceAll('$', '')}`;
    for (const id of new Set(ids)) shownBy.set(id, [...(shownBy.get(id) ?? []), shown]);
  }
}

const faults = JSON.parse(readFileSync(at('test', 'fault-list.json'), 'utf8'));
const gaps = JSON.parse(readFileSync(at('test', 'fault-gaps.json'), 'utf8'));
const ids = Object.keys(faults);
const unknown = [...shownBy.keys(), ...Object.keys(gaps)].filter((id) => faults[id] === undefined);
const unexplained = ids.filter((id) => !shownBy.has(id) && gaps[id] === undefined);
if (unknown.length > 0) fail(`Ids that are no fault of test/fault-list.json: ${unknown.join(', ')}.`);
if (unexplained.length > 0) fail(`Neither a test nor a reason in test/fault-gaps.json: ${unexplained.join(', ')}.`);

function stateOf(id) {
  if (!shownBy.has(id)) return ['not shown', gaps[id]];
  return gaps[id] === undefined ? ['shown', shownBy.get(id).join('<br>')] : ['in part', `${shownBy.get(id).join('<br>')}<br>Not: ${gaps[id]}`];
}

const count = (state) => ids.filter((id) => stateOf(id)[0] === state).length;
const lines = [
  '# Faults and the tests that show them', '',
  'Made by `npm run docs`: the faults of `test/fault-list.json`, the tests that bear their ids in their names, and for what no test shows the reason in `test/fault-gaps.json`.', '',
  `${ids.length} faults: ${count('shown')} shown, ${count('in part')} in part, ${count('not shown')} not shown.`, '',
];
for (const [letter, area] of Object.entries(AREAS)) {
  const rows = ids.filter((id) => id.startsWith(letter)).map((id) => `| ${id} | ${faults[id]} | ${stateOf(id).join(' | ')} |`);
  lines.push(`## ${area}`, '', '| id | fault | state | by which test, or why not |', '|---|---|---|---|', ...rows, '');
}
const page = lines.join('\n');
if (process.argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== page) fail('docs/faults.md is not current: run npm run docs.');
} else writeFileSync(PAGE, page);
