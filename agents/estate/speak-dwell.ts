import { hexOf, type HostView, uptimeOf, uuidOf } from './host-view.ts';
import { loadAt } from './load-at.ts';
import { nicName } from './render/network.ts';

/** What a dwell asked for: read from the assignments at the head of its script. */
export interface DwellRequest {
  readonly nonce: string;
  readonly seconds: number;
}

/** One host's side of a dwell: text to send for each line that comes in; undefined ends the channel. */
export interface DwellVoice {
  readonly begin: () => string;
  readonly answer: (line: string) => { readonly text: string; readonly ends: boolean };
}

const TICKS_PER_SECOND = 100;
const SECTOR_BYTES = 512;
/** Connections that are over when a sample is taken have no process any more: every fifth flow is of that kind. */
const SHORT_LIVED_EVERY = 5;

/** Undefined when the text is no dwell script, or not all of it yet. */
export function readDwellRequest(stdin: string): DwellRequest | undefined {
  const match = /^LF_NONCE='([0-9a-f]{24})'; LF_SECONDS=(\d{1,6})\n/.exec(stdin);
  if (!match || !stdin.endsWith('\nexit 0\n')) return undefined;
  return { nonce: match[1] ?? '', seconds: Number(match[2]) };
}

/** Speaks as agents/probes/dwell/dwell.sh would: counters that follow the load of the model, flows once each. */
export function speakDwell(view: Omit<HostView, 'nowSeconds' | 'windowSeconds'>, request: DwellRequest, nowSeconds: () => number): DwellVoice {
  const { server, flows, privilege } = view;
  const mark = `@${request.nonce}`;
  const beganAt = nowSeconds();
  const threads = server.cpu.threads;
  const sums = { busy: 0, idle: 0, reads: 0, sectorsRead: 0, writes: 0, sectorsWritten: 0, bytesIn: 0, bytesOut: 0 };
  let countedTo = beganAt;
  let round = 0;
  const uptime = (): string => (uptimeOf(server, beganAt).uptimeSeconds + nowSeconds() - beganAt).toFixed(2);
  const count = (): void => {
    const passed = Math.max(0, nowSeconds() - countedTo);
    countedTo += passed;
    const load = loadAt(server.load, countedTo);
    const ops = load.diskOpsPerSecond * passed;
    sums.busy += passed * TICKS_PER_SECOND * threads * load.cpuRatio;
    sums.idle += passed * TICKS_PER_SECOND * threads * (1 - load.cpuRatio);
    sums.reads += ops * server.load.readShare;
    sums.writes += ops * (1 - server.load.readShare);
    sums.sectorsRead += (load.diskReadBytesPerSecond * passed) / SECTOR_BYTES;
    sums.sectorsWritten += (load.diskWriteBytesPerSecond * passed) / SECTOR_BYTES;
    sums.bytesIn += load.netInBytesPerSecond * passed;
    sums.bytesOut += load.netOutBytesPerSecond * passed;
  };
  const newFlows = (): string[] => flows.flatMap(({ direction, peerAddress, port, connections, processName }, index) => {
    const short = index % SHORT_LIVED_EVERY === SHORT_LIVED_EVERY - 1;
    if (round !== (short ? 3 : 1)) return [];
    const owner = short || privilege === 'user' ? '- -' : `${1000 + index} ${processName.slice(0, 15)}`;
    const [local, peer] = direction === 'in' ? [port, 40_000 + index] : [40_000 + index, port];
    return [`f ${index + 1} tcp ${direction} ${peerAddress} ${port} ${local} ${peer} ${short ? '06' : '01'} ${owner}`, `k ${index + 1} ${connections}`];
  });
  const sample = (): string => {
    count();
    round += 1;
    const total = server.memBytes / 1024;
    return [
      `${mark} S ${uptime()}`,
      `c ${Math.round(sums.busy)} 0 0 ${Math.round(sums.idle)} 0 0 0 0 ${threads}`,
      `m ${total} ${Math.round(total * (1 - loadAt(server.load, countedTo).memRatio))}`,
      `d ${server.disks[0]?.name ?? 'sda'} ${Math.round(sums.reads)} ${Math.round(sums.sectorsRead)} ${Math.round(sums.writes)} ${Math.round(sums.sectorsWritten)}`,
      `n ${nicName(server)} ${Math.round(sums.bytesIn)} ${Math.round(sums.bytesOut)}`,
      ...newFlows(), `${mark} E`, '',
    ].join('\n');
  };
  const machine = [`id ${hexOf(server, 'machine', 32)}`, `name ${server.hostname}`, `boot ${uuidOf(server, `boot/${uptimeOf(server, beganAt).boots}`)}`];
  return {
    begin: () => `${[`${mark} BEGIN 1 ${uptime()} ${privilege}`, ...machine].join('\n')}\n${sample()}`,
    answer: (line) => {
      const ends = line !== 't' || nowSeconds() - beganAt >= request.seconds;
      return { text: `${line === 't' ? sample() : ''}${ends ? `${mark} END ${uptime()}\n` : ''}`, ends };
    },
  };
}
