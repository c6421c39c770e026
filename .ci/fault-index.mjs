import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, ROOT } from './paths.mjs';

/**
 * Writes docs/faults.md: which fault of the list is shown by which test. Tests carry the ids in their names (`D08`, `W01`);
 * `--check` only compares, so that the page cannot grow stale.
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

/** Every string that carries ids near its beginning: names of tests and rows of their tables. */
function titles(text) {
  return [...text.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.){0,60}?\b[DNHWVCXPL]\d\d\b(?:(?!\1)[^\\\n]|\\.){0,400})\1/g)].map((match) => match[2]);
}

const shownBy = new Map();
for (const file of FOLDERS.flatMap((folder) => testFiles(at(folder))).sort()) {
  for (const title of titles(readFileSync(file, 'utf8'))) {
    for (const [id] of title.matchAll(/\b(?!P9|P5)[DNHWVCXPL]\d\d\b/g)) {
      shownBy.set(id, [...(shownBy.get(id) ?? []), `\`${relative(ROOT, file)}\`: ${title.replace(/^(?:[DNHWVCXPL]\d\d\b[ :,-]*)+/, '').replaceAll('|', '\\|').replaceAll('$', '')}`]);
    }
  }
}

const lines = ['# Faults and the tests that show them', '', 'Made by `npm run docs` from the names of the tests. An id that is missing here has no test of its own yet.', ''];
for (const [letter, area] of Object.entries(AREAS)) {
  const ids = [...shownBy.keys()].filter((id) => id.startsWith(letter)).sort();
  if (ids.length === 0) continue;
  lines.push(`## ${area}`, '', '| id | shown by |', '|---|---|', ...ids.map((id) => `| ${id} | ${shownBy.get(id).join('<br>')} |`), '');
}
const page = lines.join('\n');
if (process.argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== page) {
    console.log('docs/faults.md is not current: run npm run docs.');
    process.exit(1);
  }
} else writeFileSync(PAGE, page);
