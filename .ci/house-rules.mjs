import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, ROOT } from './paths.mjs';

/** What no linter knows: the rooms of the house and their door plates. Prints each breach and exits 1. */
const TOP_LEVEL = ['electron', 'renderer', 'agents', 'shared', 'test', 'docs'];
const FORBIDDEN_FOLDERS = /^(utils?|helpers?|common|misc|lib2)$/;
const README_LINES = 25;
const FILE_LINES = 350;
/** Files that may be longer, each with its reason. */
const LONG_FILES = {};

const breaches = [];

for (const entry of readdirSync(ROOT, { withFileTypes: true })) {
  if (entry.isDirectory() && !entry.name.startsWith('.') && ![...TOP_LEVEL, 'node_modules', 'out', 'dist', 'coverage', 'test-results'].includes(entry.name)) breaches.push(`${entry.name}/: only ${TOP_LEVEL.join(', ')} stand at the top level`);
}

function visit(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = relative(ROOT, path);
    if (entry.isDirectory()) {
      if (FORBIDDEN_FOLDERS.test(entry.name)) breaches.push(`${name}/: a folder is named after what it holds`);
      if (entry.name !== 'fixtures') visit(path);
    } else if (/\.(ts|tsx|mjs)$/.test(entry.name)) {
      if (!/^[a-z0-9.-]+$/.test(entry.name)) breaches.push(`${name}: file names are kebab-case`);
      const lines = readFileSync(path, 'utf8').split('\n').length;
      if (lines > FILE_LINES + 1 && !(name in LONG_FILES)) breaches.push(`${name}: ${lines} lines; over ${FILE_LINES} needs a reason in .ci/house-rules.mjs or a cut along a seam`);
    }
  }
}

function secondLevelFolders() {
  const folders = [];
  for (const top of ['shared', 'agents', 'electron/core', 'electron/shells', 'renderer/src', 'test']) {
    for (const entry of readdirSync(at(top), { withFileTypes: true })) if (entry.isDirectory()) folders.push(`${top}/${entry.name}`);
  }
  return folders.filter((folder) => !folder.startsWith('shared/i18n/'));
}

for (const folder of TOP_LEVEL.filter((name) => name !== 'docs')) visit(at(folder));
for (const folder of secondLevelFolders()) {
  const readme = at(folder, 'README.md');
  if (!existsSync(readme)) breaches.push(`${folder}/README.md is missing: purpose, may import, must not do`);
  else if (statSync(readme).size > 0 && readFileSync(readme, 'utf8').trimEnd().split('\n').length > README_LINES) breaches.push(`${folder}/README.md is longer than ${README_LINES} lines`);
}

for (const breach of breaches) console.log(breach);
process.exit(breaches.length === 0 ? 0 : 1);
