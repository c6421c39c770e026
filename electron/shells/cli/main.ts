import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createCore, createLogger, type LogRecord } from '../../core/app/index.ts';
// The one place where two shells meet: this file is the entry of the Node bundle and hands the web shell to `serve`.
import { serveWeb } from '../web/index.ts';
import { createDesktopLauncher } from './desktop-launcher.ts';
import { dataFolder } from '../data-folder.ts';
import { nodeIo } from './node-io.ts';
import { openInBrowser } from './open-in-browser.ts';
import { runCli } from './run-cli.ts';

const bundleFolder = dirname(fileURLToPath(import.meta.url));
const io = nodeIo();
const dataDir = dataFolder(io.env);
const verbose = io.env['LANDFALL_LOG'] === 'stderr';
const logSink = (record: LogRecord): void => {
  if (verbose || record.level === 'error') io.stderr.write(`${JSON.stringify(record)}\n`);
};

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  io,
  openCore: (shell) => createCore({ shell, dataDir, workerUrl: pathToFileURL(join(bundleFolder, 'worker.js')), logSink, checkOutput: io.env['LANDFALL_CHECK_OUTPUT'] === '1' }),
  startWeb: ({ core, port, ipv6 }) => serveWeb({ core, port, ipv6, dataDir, rendererDir: io.env['LANDFALL_RENDERER_DIR'] ?? join(bundleFolder, '..', 'web'), log: createLogger(logSink, () => new Date()) }),
  openInBrowser,
  desktop: createDesktopLauncher(join(bundleFolder, '..', '..'), io.env),
  now: () => new Date(),
  monotonicMs: () => performance.now(),
});
