import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessagePortMain } from 'electron';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { fileTokenSchema } from '../../../shared/kernel/ids.ts';
import { createCore, type LogRecord } from '../../core/app/index.ts';
import { dataFolder } from '../data-folder.ts';
import { answerHostRequest } from './answer-host-request.ts';
import type { HostMessage } from './host-messages.ts';
import { servePort, type ServedPort } from './port-server.ts';

/** The core in its own process: a crash of a page or of main never takes the project file with it. */
const bundleFolder = dirname(fileURLToPath(import.meta.url));
const logSink = (record: LogRecord): void => {
  if (record.level === 'error') process.stderr.write(`${JSON.stringify(record)}\n`);
};
const core = createCore({ shell: 'desktop', dataDir: dataFolder(process.env), workerUrl: pathToFileURL(join(bundleFolder, 'worker.js')), logSink, checkOutput: process.env['LANDFALL_CHECK_OUTPUT'] === '1' });
const logUnexpected = (error: unknown): string => {
  const ref = crypto.randomUUID().slice(0, 8);
  logSink({ at: new Date().toISOString(), level: 'error', event: 'desktop.unexpected', fields: { ref, error: String(error) } });
  return ref;
};

function servedPort(port: MessagePortMain): ServedPort {
  port.start();
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}

const host = {
  register: (path: string, access: 'read' | 'write') => core.files.register(path, access),
  resolve(token: string): string {
    const parsed = fileTokenSchema.safeParse(token);
    if (!parsed.success) throw new AppError('file.unknown_token');
    return core.files.resolve(parsed.data, 'read');
  },
  openProject: async (path: string) => {
    await core.call('project.open', { file: core.files.register(path, 'write') });
  },
  close: () => core.close(),
};

process.parentPort.on('message', ({ data, ports }) => {
  const message: HostMessage = data;
  const [port] = ports;
  if (message.type === 'port') {
    if (port) servePort(servedPort(port), { core, logUnexpected });
    return;
  }
  void answerHostRequest(message, host, logUnexpected).then((answer) => process.parentPort.postMessage(answer));
});
