import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CliIo, TextOutput } from './cli-io.ts';

function textOutput(stream: NodeJS.WriteStream, descriptor: number): TextOutput {
  // A reader that goes away early (`| head`) is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const isTTY = isatty(descriptor);
  return { write: (text) => void stream.write(text), isTTY, columns: isTTY ? stream.columns : undefined };
}

async function readAll(maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new AppError('request.too_large', { maxBytes });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Questions go to stderr, so that stdout stays data. */
function ask(question: string, { hidden }: { hidden: boolean }): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: hidden ? silent : process.stderr, terminal: true });
  return new Promise((resolve, reject) => {
    reader.once('line', (line) => {
      reader.close();
      if (hidden) process.stderr.write('\n');
      resolve(line);
    });
    reader.once('SIGINT', () => {
      reader.close();
      reject(new AppError('request.cancelled'));
    });
  });
}

function onLine(listener: () => void): () => void {
  const reader = createInterface({ input: process.stdin });
  reader.on('line', listener);
  return () => reader.close();
}

function onInterrupt(listener: () => void): () => void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, listener);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, listener);
  };
}

export function nodeIo(): CliIo {
  return {
    stdout: textOutput(process.stdout, 1),
    stderr: textOutput(process.stderr, 2),
    stdin: { isTTY: isatty(0), readAll, ask, onLine },
    env: process.env,
    onInterrupt,
    exitNow: (code) => process.exit(code),
  };
}
