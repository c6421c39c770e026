import { KIB } from '../../../shared/kernel/quantities.ts';
import type { Flow, HostFacts } from '../../../shared/model/host-facts.ts';
import { maskSecrets } from '../mask-secrets.ts';
import { canonicalAddress } from '../network/ip-address.ts';
import { readBytes, readCount, readNumber } from '../read-number.ts';
import { LineSplitter } from './line-splitter.ts';
import { sampleBetween, SHORTEST_SECONDS, type DwellCounters, type DwellSample } from './dwell-sample.ts';

/** `waiting` for the first frame, `running`, `ended` by its own END, `unsupported` system, `flooded` beyond all bounds. */
export type DwellState = 'waiting' | 'running' | 'ended' | 'unsupported' | 'flooded';

/** What came since the last part was taken. */
export interface DwellPart {
  readonly samples: readonly DwellSample[];
  /** New flows and those with new connections; `connections` counts those since the last part. */
  readonly flows: readonly Flow[];
  /** Intervals that gave no processor reading: counters that went back, processors that came or went, a restart. */
  readonly rejectedCount: number;
  /** The raw lines of the samples, secrets masked; cut at a bound and then says so. */
  readonly sampleText: string;
  /** The raw lines of the flows, likewise. */
  readonly flowText: string;
}

/** Who answered: a different machine behind a known address must not be taken for the known one. */
export interface DwellHost {
  readonly privilege: HostFacts['privilege'];
  readonly machineId: string | undefined;
  readonly hostname: string | undefined;
}

interface KnownFlow { readonly flow: Omit<Flow, 'processName' | 'connections'>; processName: string | undefined; connections: number; taken: number; fresh: boolean }

/** As many as the script sends; more are not believed. */
const MAX_FLOWS = 4000;
const MAX_DEVICES = 512;
/** Of one sample: about 20 times what the busiest server needs. */
const MAX_SAMPLE_BYTES = 1024 * 1024;
const MAX_NOISE_BYTES = 64 * 1024;
const MAX_KEPT_CHARACTERS = 200_000;
const PRIVILEGES = new Map<string, HostFacts['privilege']>([['root', 'root'], ['sudo', 'sudo'], ['user', 'user']]);

function countsOf(fields: readonly string[], length: number): number[] | undefined {
  const values = fields.map(readCount);
  return values.length === length && values.every((value) => value !== undefined) ? values : undefined;
}

const nameOf = (words: readonly string[]): string | undefined => {
  const name = maskSecrets(words.join(' ').trim());
  return name === '' || name === '-' ? undefined : name.slice(0, 64);
};

/** Reads a dwell while it runs. Total: whatever a host sends, memory stays bounded and nothing is thrown. */
export class DwellReader {
  readonly #mark: string;
  readonly #lines = new LineSplitter();
  readonly #flows = new Map<number, KnownFlow>();
  #state: DwellState = 'waiting';
  #host: DwellHost | undefined;
  #bytes = 0;
  #open: { seconds: number; lines: string[] } | undefined;
  #before: DwellCounters | undefined;
  /** What was sent last of each device: a host repeats nothing that did not change. */
  readonly #disks = new Map<string, readonly number[]>();
  readonly #nics = new Map<string, readonly number[]>();
  #samples: DwellSample[] = [];
  #rejected = 0;
  #sampleText: string[] = [];
  #flowText: string[] = [];
  #kept = 0;

  constructor(nonce: string) {
    this.#mark = `@${nonce} `;
  }

  get state(): DwellState {
    return this.#state;
  }

  get host(): DwellHost | undefined {
    return this.#host;
  }

  /** `nowMs`: our clock, milliseconds since 1970. */
  push(text: string, nowMs: number): void {
    if (this.#state === 'ended' || this.#state === 'unsupported' || this.#state === 'flooded') return;
    this.#bytes += text.length;
    if (this.#bytes > (this.#state === 'waiting' ? MAX_NOISE_BYTES : MAX_SAMPLE_BYTES)) {
      this.#state = 'flooded';
      this.#open = undefined;
      return;
    }
    for (const line of this.#lines.push(text)) this.#line(line, nowMs);
  }

  /** Everything since the last call; what is only half here stays for the next one. */
  take(): DwellPart {
    const flows = [...this.#flows.values()].flatMap((known): Flow[] => {
      const connections = Math.max(known.fresh ? 1 : 0, known.connections - known.taken);
      if (connections === 0) return [];
      known.fresh = false;
      known.taken = Math.max(known.taken + connections, known.connections);
      return [{ ...known.flow, ...(known.processName === undefined ? {} : { processName: known.processName }), connections }];
    });
    const part = { samples: this.#samples, flows, rejectedCount: this.#rejected, sampleText: this.#sampleText.join('\n'), flowText: this.#flowText.join('\n') };
    [this.#samples, this.#rejected, this.#sampleText, this.#flowText, this.#kept] = [[], 0, [], [], 0];
    return part;
  }

  #line(line: string, nowMs: number): void {
    if (line.startsWith(this.#mark)) return this.#frame(line.slice(this.#mark.length).split(' '), nowMs);
    if (this.#state !== 'running') return;
    if (this.#open) this.#open.lines.push(line);
    else this.#header(line);
  }

  #header(line: string): void {
    const [word, ...rest] = line.split(' ');
    const value = rest.join(' ').trim();
    if (word === 'system') this.#state = 'unsupported';
    if (!this.#host || value === '' || value === '-') return;
    if (word === 'id' && this.#host.machineId === undefined) this.#host = { ...this.#host, machineId: value.slice(0, 64) };
    if (word === 'name' && this.#host.hostname === undefined) this.#host = { ...this.#host, hostname: value.slice(0, 253) };
  }

  #frame([word = '', second = '', , third = '']: readonly string[], nowMs: number): void {
    this.#bytes = 0;
    if (this.#state === 'waiting') {
      const privilege = PRIVILEGES.get(third);
      if (word !== 'BEGIN' || second !== '1' || !privilege) return;
      this.#host = { privilege, machineId: undefined, hostname: undefined };
      this.#state = 'running';
      return;
    }
    if (word === 'S') this.#open = { seconds: readNumber(second) ?? Number.NaN, lines: [] };
    if (word === 'E' && this.#open) this.#close(this.#open, nowMs);
    if (word === 'E' || word === 'END') this.#open = undefined;
    if (word === 'END' && this.#state === 'running') this.#state = 'ended';
  }

  #close({ seconds, lines }: { seconds: number; lines: readonly string[] }, nowMs: number): void {
    let ticks: readonly number[] | undefined;
    let cpus = 0;
    let memory: DwellCounters['memory'];
    let counted = false;
    this.#keep(this.#sampleText, `S ${new Date(nowMs).toISOString()} ${seconds}`);
    for (const line of lines) {
      const [word = '', ...fields] = line.split(' ');
      if (word === 'c') [ticks, cpus, counted] = [countsOf(fields.slice(0, 8), 8), readCount(fields[8]) ?? 0, true];
      else if (word === 'm') memory = this.#memory(fields);
      else if (word === 'd') this.#device(this.#disks, fields, 4);
      else if (word === 'n') this.#device(this.#nics, fields, 2);
      else {
        this.#flowLine(word, fields, line);
        continue;
      }
      this.#keep(this.#sampleText, line);
    }
    if (counted && Number.isFinite(seconds)) this.#measure({ seconds, ticks, cpus, memory, disks: new Map(this.#disks), nics: new Map(this.#nics) }, nowMs);
  }

  #measure(after: DwellCounters, nowMs: number): void {
    const passed = after.seconds - (this.#before?.seconds ?? Number.NEGATIVE_INFINITY);
    // Two lines that came at once, after a line was slow: the next sample covers the whole time.
    if (passed >= 0 && passed < SHORTEST_SECONDS) return;
    const sample = this.#before && sampleBetween(this.#before, after, nowMs);
    if (this.#before && sample?.values.cpuRatio === undefined) this.#rejected += 1;
    if (sample) this.#samples.push(sample);
    this.#before = after;
  }

  #memory([total, available]: readonly string[]): DwellCounters['memory'] {
    const [totalBytes, availableBytes] = [readBytes(total, KIB), readBytes(available, KIB)];
    if (totalBytes === undefined || totalBytes <= 0 || availableBytes === undefined) return undefined;
    return { totalBytes, availableBytes: Math.min(totalBytes, availableBytes) };
  }

  #device(devices: Map<string, readonly number[]>, [name = '', ...values]: readonly string[], columns: number): void {
    const counts = countsOf(values, columns);
    if (counts && (devices.has(name) || devices.size < MAX_DEVICES)) devices.set(name, counts);
  }

  #flowLine(word: string, fields: readonly string[], line: string): void {
    const id = readCount(fields[0]);
    if (id === undefined || id > MAX_FLOWS) return;
    const known = this.#flows.get(id);
    if (word === 'f' && !known) {
      const flow = this.#flow(fields);
      if (flow) this.#flows.set(id, flow);
    } else if (word === 'p' && known && known.processName === undefined) {
      known.processName = nameOf(fields.slice(2));
      known.fresh = true;
    } else if (word === 'k' && known) known.connections = Math.max(known.connections, readCount(fields[1]) ?? 0);
    else return;
    this.#keep(this.#flowText, maskSecrets(line));
  }

  #flow([, transport, direction, peer, port, , , , , ...name]: readonly string[]): KnownFlow | undefined {
    const peerAddress = canonicalAddress(peer ?? '');
    const servicePort = readCount(port);
    if ((transport !== 'tcp' && transport !== 'udp') || (direction !== 'in' && direction !== 'out')) return undefined;
    if (peerAddress === undefined || servicePort === undefined || servicePort > 65_535) return undefined;
    const flow = { transport, direction: direction === 'in' ? 'inbound' : 'outbound', peerAddress, port: servicePort } as const;
    return { flow, processName: nameOf(name), connections: 0, taken: 0, fresh: true };
  }

  #keep(list: string[], line: string): void {
    if (this.#kept > MAX_KEPT_CHARACTERS) return;
    this.#kept += line.length + 1;
    list.push(this.#kept > MAX_KEPT_CHARACTERS ? '!TRUNCATED' : line);
  }
}
