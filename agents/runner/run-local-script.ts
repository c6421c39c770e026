import { spawn } from 'node:child_process';

export interface LocalRun {
  readonly command: readonly [program: string, ...args: string[]];
  readonly stdin: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Standard output up to a size and a time; what came until then is given back. Rejects when the program cannot be started. */
export async function runLocalScript({ command: [program, ...args], stdin, maxBytes, timeoutMs, signal }: LocalRun): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: timeoutMs, killSignal: 'SIGKILL', ...(signal ? { signal } : {}) });
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      const kept = chunk.subarray(0, maxBytes - bytes);
      chunks.push(kept);
      bytes += kept.length;
      if (bytes >= maxBytes) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}
