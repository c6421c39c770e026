import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HostFailure } from '../../../agents/ssh/host-failure.ts';
import { scanHost } from '../../../agents/ssh/scan-host.ts';
import { hostErrorCodeSchema } from '../../../shared/model/scan.ts';
import { startSshFault } from '../../support/fault-servers.ts';
import { makeKeyPair } from '../../support/sshd.ts';

const key = makeKeyPair();
const script = { command: 'x', stdin: 'y'.repeat(20_000), beginMarker: '@n BEGIN ', endMarker: '@n END ' };
const answer = `@n BEGIN 1 0 root\n${'a line\n'.repeat(500)}@n END 1\n`;

/** A line that does something to the server's byte number `at`, and everything else well. */
async function startLine(port: number, at: number, harm: 'cut' | 'reset' | 'flip'): Promise<{ port: number; close: () => void }> {
  const sockets = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port });
    let passed = 0;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => { near.destroy(); far.destroy(); });
    }
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      const here = at - passed;
      passed += chunk.length;
      if (here < 0 || here >= chunk.length) return void near.write(chunk);
      if (harm === 'flip') {
        const harmed = Buffer.from(chunk);
        harmed[here] = (harmed[here] ?? 0) ^ 0x41;
        return void near.write(harmed);
      }
      near.write(chunk.subarray(0, here), () => (harm === 'cut' ? near.destroy() : near.resetAndDestroy()));
    });
  });
  await new Promise<void>((resolve) => { line.listen(0, '127.0.0.1', resolve); });
  return { port: (line.address() as AddressInfo).port, close: () => { line.close(); for (const socket of sockets) socket.destroy(); } };
}

describe.each(['cut', 'reset', 'flip'] as const)('a line that is %s', (harm) => {
  test('N21 at any place ends in a code or in a scan that says what is missing, and in nothing else', async () => {
    const server = await startSshFault({ exec: (channel) => { channel.end(answer); } });
    onTestFinished(() => server.close());
    const outcomes = new Map<string, number>();
    for (let at = 0; at < 7000; at += at < 2200 ? 67 : 523) {
      const line = await startLine(server.port, at, harm);
      const dial = { host: '127.0.0.1', port: line.port, user: 'ops', credential: { kind: 'key' as const, privateKey: key.privateKey }, verifyHostKey: async () => 'accept' as const, timeouts: { bannerMs: 400, handshakeMs: 400 } };
      const outcome = await scanHost(dial, { signal: new AbortController().signal, now: () => new Date(), script, timeoutMs: 400 }).then(
        (scan) => {
          if (scan.problems.length === 0) expect(scan.text).toBe(answer);
          return scan.problems[0]?.code ?? 'complete';
        },
        (error: unknown) => {
          if (!(error instanceof HostFailure)) throw error;
          return error.error.code;
        },
      );
      line.close();
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    for (const outcome of outcomes.keys()) if (outcome !== 'complete') expect(hostErrorCodeSchema.safeParse(outcome).success, outcome).toBe(true);
    expect(outcomes.size).toBeGreaterThan(2);
  });
});
