import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildDwell } from '../../agents/probes/dwell/build-dwell.ts';
import { DwellReader } from '../../agents/probes/dwell/dwell-reader.ts';
import { buildProbe } from '../../agents/probes/build-probe.ts';
import { parseProbe } from '../../agents/probes/parse-probe.ts';
import type { Dial } from '../../agents/ssh/dial.ts';
import { dwellHost } from '../../agents/ssh/dwell-host.ts';
import { scanHost } from '../../agents/ssh/scan-host.ts';
import { startNetHosts } from '../support/net-hosts.ts';
import { makeKeyPair } from '../support/sshd.ts';

/**
 * `node test/support/run-typescript.mjs test/perf/bench-dwell.ts [--minutes 10]` (root, Linux): one-second connections planted
 * evenly at random between two real hosts; which of them a dwell (one sample each 10 s) and a scan each 5 minutes saw, and what
 * the dwell cost on the host. In real time, nothing compressed.
 */
const { values } = parseArgs({ args: process.argv.slice(3), options: { minutes: { type: 'string', default: '10' }, connections: { type: 'string', default: '100' } } });
const durationMs = Number(values.minutes) * 60_000;
const connections = Number(values.connections);
const PORT = 7707;
const SCAN_EVERY_MS = 5 * 60_000;
const TICK_MS = 10;

const SERVE = `require('node:net').createServer((socket) => socket.on('error', () => {})).listen(Number(process.argv[1]), '0.0.0.0', () => process.stdout.write('up\\n'));`;
const PLANT = `
const net = require('node:net'), [prefix, port, count, forMs] = process.argv.slice(1);
for (let i = 0; i < Number(count); i++) setTimeout(() => {
  const socket = net.connect({ host: prefix + '.' + (100 + i), port: Number(port) });
  socket.on('error', () => process.exit(1));
  setTimeout(() => socket.destroy(), 1000);
}, Math.random() * Number(forMs));`;

/** Processor time of the script's processes and the children they waited for, read from outside. */
function cpuMsOf(nonce: string): number {
  const ticks = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(nonce) || readFileSync(`/proc/${pid}/comm`, 'latin1').trim() === 'timeout') return 0;
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
      return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    } catch {
      return 0;
    }
  });
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}

const key = makeKeyPair();
const net = await startNetHosts(['bench-a', 'bench-b'], { users: [{ name: 'scan', uid: 0, authorizedKeys: [key.publicKey] }] });
try {
  const [client, server] = net.hosts;
  if (!client || !server) throw new Error('Two hosts are needed');
  for (let index = 0; index < connections; index += 1) server.addAddress(`${net.prefix}.${100 + index}`);
  const serving = server.spawn(process.execPath, ['-e', SERVE, String(PORT)]);
  await once(serving.stdout ?? serving, 'data');
  const dial: Dial = { host: client.address, port: client.sshd.port, user: 'scan', credential: { kind: 'key', privateKey: key.privateKey }, verifyHostKey: () => Promise.resolve('accept') };
  const signal = new AbortController().signal;
  const now = () => new Date();
  const nonce = randomBytes(12).toString('hex');
  const reader = new DwellReader(nonce);
  let bytes = 0;
  let cpuMs = 0;
  const dwelling = dwellHost(dial, {
    script: buildDwell({ nonce, useSudo: false, seconds: durationMs / 1000 + 30 }), intervalMs: 10_000, durationMs, signal, now,
    onText: (text) => {
      bytes += text.length;
      cpuMs = Math.max(cpuMs, cpuMsOf(nonce));
      reader.push(text, Date.now());
      return 'go';
    },
  });
  const polled = new Set<string>();
  const scan = async (): Promise<void> => {
    const probeNonce = randomBytes(12).toString('hex');
    const { text } = await scanHost(dial, { script: buildProbe({ nonce: probeNonce, useSudo: false, sections: ['sockets'] }), signal, now });
    for (const flow of parseProbe(text, { nonce: probeNonce, collectedAt: now().toISOString() }).facts.flows ?? []) if (flow.port === PORT) polled.add(flow.peerAddress);
  };
  const scans = Array.from({ length: Math.floor(durationMs / SCAN_EVERY_MS) }, (_, index) => new Promise<void>((resolve, reject) => {
    setTimeout(() => void scan().then(resolve, reject), (index + 0.5) * SCAN_EVERY_MS);
  }));
  client.spawn(process.execPath, ['-e', PLANT, net.prefix, String(PORT), String(connections), String(durationMs - 15_000)]);
  const [{ problems }] = await Promise.all([dwelling, ...scans]);
  const { samples, flows } = reader.take();
  const seen = new Set(flows.filter((flow) => flow.port === PORT && flow.direction === 'outbound').map((flow) => flow.peerAddress));
  process.stdout.write(`${JSON.stringify({
    minutes: Number(values.minutes), planted: connections, problems,
    dwell: { seen: seen.size, recall: seen.size / connections, samples: samples.length, bytesPerSample: Math.round(bytes / samples.length), targetCpuMsPerSample: Number((cpuMs / samples.length).toFixed(2)) },
    scanEachFiveMinutes: { scans: scans.length, seen: polled.size, recall: polled.size / connections },
  }, null, 2)}\n`);
} finally {
  await net.close();
}
