import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildDwell } from '../../../agents/probes/dwell/build-dwell.ts';
import { DwellReader } from '../../../agents/probes/dwell/dwell-reader.ts';
import type { Flow } from '../../../shared/model/host-facts.ts';
import { dwellHost } from '../../../agents/ssh/dwell-host.ts';
import type { NetHost } from '../../support/net-hosts.ts';
import { netHostsMissing, startNetHosts } from '../../support/net-hosts.ts';
import { makeKeyPair } from '../../support/sshd.ts';

const missing = netHostsMissing();
const key = makeKeyPair();
const root = [{ name: 'scan', uid: 0, authorizedKeys: [key.publicKey] }];
const ordinary = [{ name: 'scan', authorizedKeys: [key.publicKey] }];

/** Command lines of all processes here that carry the nonce: of every namespace, as this test is root outside of them. */
function processesWith(nonce: string): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      return line.includes(nonce) ? [line] : [];
    } catch {
      return [];
    }
  });
}

function startDwell(host: NetHost, durationMs: number, intervalMs = 500) {
  const nonce = randomBytes(12).toString('hex');
  const reader = new DwellReader(nonce);
  const sampled = Promise.withResolvers<void>();
  const stop = new AbortController();
  const end = dwellHost(
    { host: host.address, port: host.sshd.port, user: 'scan', credential: { kind: 'key', privateKey: key.privateKey }, verifyHostKey: () => Promise.resolve('accept') },
    {
      script: buildDwell({ nonce, useSudo: false, seconds: Math.ceil(durationMs / 1000) + 5 }), intervalMs, durationMs, signal: stop.signal, now: () => new Date(),
      onText: (text) => {
        reader.push(text, Date.now());
        if (text.includes(' E\n')) sampled.resolve();
        return reader.state === 'flooded' ? 'stop' : 'go';
      },
    },
  );
  return { nonce, reader, stop, end, sampled: sampled.promise };
}

/** Connections of one second to one address each; the host that planted them closes first. */
const PLANT = `
const net = require('node:net'), [from, count, port, prefix] = process.argv.slice(1);
(async () => { for (let i = 0; i < Number(count); i++) {
  const socket = net.connect({ host: prefix + '.' + (Number(from) + i), port: Number(port) });
  socket.on('error', () => process.exit(1));
  setTimeout(() => socket.destroy(), 1000);
  await new Promise((done) => setTimeout(done, 150));
} })();`;
const SERVE = `require('node:net').createServer((socket) => socket.on('error', () => {})).listen(Number(process.argv[1]), '0.0.0.0', () => process.stdout.write('up\\n'));`;

describe.skipIf(missing !== undefined)(`dwell on real hosts${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('every planted connection of one second is seen, and root learns which process served it', async () => {
    const net = await startNetHosts(['dwell-a', 'dwell-b'], { users: root });
    onTestFinished(() => net.close());
    const [client, server] = net.hosts;
    if (!client || !server) throw new Error('two hosts');
    for (let last = 100; last < 120; last += 1) server.addAddress(`${net.prefix}.${last}`);
    const serving = server.spawn(process.execPath, ['-e', SERVE, '7707']);
    await once(serving.stdout ?? serving, 'data');
    // Root sees every network namespace of this machine, those of other tests too.
    const isOurs = (flow: Flow): boolean => flow.port === 7707 && flow.peerAddress.startsWith(`${net.prefix}.`);
    const here = startDwell(client, 9000, 1000);
    const there = startDwell(server, 9000, 1000);
    await Promise.all([here.sampled, there.sampled]);
    const planting = client.spawn(process.execPath, ['-e', PLANT, '100', '20', '7707', net.prefix]);
    await once(planting, 'close');
    const ends = await Promise.all([here.end, there.end]);
    expect(ends.map((end) => end.problems)).toEqual([[], []]);

    const seen = here.reader.take().flows.filter((flow) => flow.direction === 'outbound' && isOurs(flow));
    expect(seen).toHaveLength(20);
    const served = there.reader.take().flows.filter((flow) => flow.direction === 'inbound' && isOurs(flow));
    expect(served).toMatchObject([{ peerAddress: client.address, processName: 'MainThread' }]);
    // All from one peer to one port: the count says how many connections there were.
    expect(served[0]?.connections).toBeGreaterThanOrEqual(18);
    expect(here.reader.host).toMatchObject({ privilege: 'root', hostname: 'dwell-a', machineId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  }, 60_000);

  test('nothing is left running when the channel closes, nor after its own end', async () => {
    const net = await startNetHosts(['dwell-c'], { users: ordinary });
    onTestFinished(() => net.close());
    const [host] = net.hosts;
    if (!host) throw new Error('one host');
    const cut = startDwell(host, 60_000);
    await cut.sampled;
    expect(processesWith(cut.nonce).length).toBeGreaterThan(0);
    cut.stop.abort();
    await expect(cut.end).rejects.toMatchObject({ error: { code: 'CANCELLED' } });
    await expect.poll(() => processesWith(cut.nonce), { timeout: 5000, interval: 50 }).toEqual([]);
    const whole = startDwell(host, 2500);
    expect((await whole.end).problems).toEqual([]);
    expect(whole.reader.state).toBe('ended');
    const { samples, rejectedCount } = whole.reader.take();
    expect(samples.length).toBeGreaterThanOrEqual(3);
    expect(rejectedCount).toBe(0);
    expect(samples[1]?.values).toMatchObject({ cpuRatio: expect.any(Number), memRatio: expect.any(Number), netInBytesPerSecond: expect.any(Number) });
    await expect.poll(() => processesWith(whole.nonce), { timeout: 5000, interval: 50 }).toEqual([]);
  }, 60_000);
});
