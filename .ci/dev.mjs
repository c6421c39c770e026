import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createServer, mergeConfig } from 'vite';
import { rendererConfig } from '../vite.config.ts';
import { build } from './build.mjs';
import { at } from './paths.mjs';

/**
 * Hot reload for the renderer: `npm run dev -- [project.landfall]`. The real web shell runs behind Vite's server, which passes
 * calls on to it as if they came from its own page. A change of the core needs a restart.
 */
const BACKEND_ROUTES = ['/rpc', '/session', '/files', '/launch'];

if ((await build(['node', 'web'], { onlyStale: true })) !== 0) process.exit(1);
const shell = spawn(process.execPath, [at('out', 'node', 'cli.js'), 'serve', ...process.argv.slice(2), '--no-open', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
const [line] = await once(createInterface({ input: shell.stdout }), 'line');
const launch = new URL(JSON.parse(line).url);

const passOn = { target: launch.origin, changeOrigin: true, headers: { origin: launch.origin } };
const proxy = Object.fromEntries([...BACKEND_ROUTES.map((route) => [route, passOn]), ['/events', { ...passOn, ws: true, rewriteWsOrigin: true }]]);
const server = await createServer(mergeConfig(rendererConfig, { configFile: false, server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy } }));
await server.listen();
console.log(`http://127.0.0.1:5173${launch.pathname}${launch.search}`);
shell.once('exit', (code) => process.exit(code ?? 1));
