import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseHistory } from '../../../agents/probes/history/parse.ts';
import collect from '../../../agents/probes/history/collect.sh?raw';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import { seededRandom } from '../../../shared/kernel/seeded-random.ts';
import { tempDir } from '../../support/temp-dir.ts';

const DAYS = 30;
const STEP_SECONDS = 600;
const START = Date.UTC(2026, 1, 20) / 1000; // over the end of a short February
const TOTAL_KB = Number(/^MemTotal:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]);

interface Sample { at: number; idle: number; iowait: number; steal: number; availableKb: number; blocksRead: number; blocksWritten: number; reads: number; writes: number; inKb: number; outKb: number }

function samples(): Sample[] {
  const random = seededRandom(7);
  return Array.from({ length: (DAYS * 86_400) / STEP_SECONDS }, (_, index) => {
    const iowait = Math.round(random.next() * 500) / 100;
    const steal = Math.round(random.next() * 200) / 100;
    return {
      at: START + (index + 1) * STEP_SECONDS, iowait, steal, idle: Math.round(random.next() * (100 - iowait - steal) * 100) / 100, availableKb: Math.floor(random.next() * TOTAL_KB),
      blocksRead: Math.round(random.next() * 1e6) / 100, blocksWritten: Math.round(random.next() * 1e7) / 100, reads: Math.round(random.next() * 1e4) / 100, writes: Math.round(random.next() * 1e4) / 100,
      inKb: Math.round(random.next() * 1e6) / 100, outKb: random.next() < 0.1 ? 0 : Math.round(random.next() * 1e5) / 100,
    };
  });
}

const stamp = (at: number): string => new Date(at * 1000).toISOString().replace('T', ' ').replace(/\.000Z$/, ' UTC');
/** One file of `sadf -d FILE -- -u -r -b -n DEV` (sysstat 12's columns), with a restart line and an empty interval in between. */
function sadfText(rows: readonly Sample[]): string {
  const part = (head: string, row: (each: Sample) => string): string[] => [`# hostname;interval;timestamp;${head}`, ...rows.flatMap((each, index) => {
    const line = `web01;${STEP_SECONDS};${stamp(each.at)};${row(each)}`;
    return index === 3 ? [`web01;-1;${stamp(each.at)};LINUX-RESTART;(2 CPU)`, line.replace(`;${STEP_SECONDS};`, ';0;'), line] : [line];
  })];
  return [
    ...part('CPU;%user;%nice;%system;%iowait;%steal;%idle', (each) => `-1;${(100 - each.idle - each.iowait - each.steal).toFixed(2)};0.00;0.00;${each.iowait.toFixed(2)};${each.steal.toFixed(2)};${each.idle.toFixed(2)}`),
    ...part('tps;rtps;wtps;dtps;bread/s;bwrtn/s;bdscd/s', (each) => `0.00;${each.reads.toFixed(2)};${each.writes.toFixed(2)};0.00;${each.blocksRead.toFixed(2)};${each.blocksWritten.toFixed(2)};0.00`),
    ...part('kbmemfree;kbavail;kbmemused;%memused;kbbuffers;kbcached;kbcommit;%commit;kbactive;kbinact;kbdirty', (each) => `1;${each.availableKb};1;1;1;1;1;1;1;1;1`),
    `# hostname;interval;timestamp;IFACE;rxpck/s;txpck/s;rxkB/s;txkB/s;rxcmp/s;txcmp/s;rxmcst/s;%ifutil`,
    ...rows.flatMap((each) => ['lo;1;1;999;999;0;0;0;0', `NIC0;1;1;${(each.inKb / 2).toFixed(3)};${each.outKb.toFixed(2)};0;0;0;0`, `NIC1;1;1;${(each.inKb / 2).toFixed(3)};0.00;0;0;0;0`].map((line) => `web01;${STEP_SECONDS};${stamp(each.at)};${line}`)),
  ].join('\n');
}

/** The section's function with its sources replaced: three files, and two interfaces of any name. */
function fold(shell: readonly [string, ...string[]], rows: readonly Sample[], awk?: string): string {
  const folder = tempDir('sadf');
  const third = Math.ceil(rows.length / 3);
  for (let file = 0; file < 3; file += 1) writeFileSync(join(folder, `sa${file}`), `${sadfText(rows.slice(file * third, (file + 1) * third))}\n`);
  if (awk !== undefined) {
    mkdirSync(join(folder, 'bin'));
    execFileSync('ln', ['-s', awk, join(folder, 'bin/awk')]);
  }
  const script = `PATH=${folder}/bin:$PATH\nhave() { :; }\nlim() { shift; cat "$3"; }\nls() { for f in ${folder}/sa2 ${folder}/sa0 ${folder}/sa1; do echo $f; done; }\n${collect.replaceAll('/sys/class/net/*', '/nowhere/*')}\ncollect_history\n`;
  return execFileSync(shell[0], [...shell.slice(1), '-s'], { input: script, encoding: 'utf8' });
}

function expected(values: readonly { at: number; value: number }[], isRatio: boolean) {
  const bins = new Map<number, number>();
  const hours = Array.from({ length: 168 }, () => [] as number[]);
  const days = new Map<string, number[]>();
  for (const { at, value } of values) {
    const middle = new Date((at - STEP_SECONDS / 2) * 1000);
    const bin = isRatio ? Math.floor(value / 0.005 + 1e-9) : value <= 1 ? 0 : Math.ceil(Math.log(value) / Math.log(1.02) - 1e-9);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
    hours[((middle.getUTCDay() + 6) % 7) * 24 + middle.getUTCHours()]?.push(value);
    const day = middle.toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), value]);
  }
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
  /** A thousandth of a ratio travels, a rate to one in a hundred. */
  const near = (value: number): unknown => expect.toSatisfy((read: number) => (isRatio ? Math.abs(read - value) <= 0.000_501 : value <= 1 ? read === 0 : Math.abs(read / value - 1) <= 0.0101));
  return {
    sampleCount: values.length, bins: [...bins].toSorted(([a], [b]) => a - b), hourOfWeekCount: hours.map((list) => list.length),
    hourOfWeekMean: hours.map((list) => (list.length === 0 ? null : near(mean(list)))), hourOfWeekMax: hours.map((list) => (list.length === 0 ? null : near(Math.max(...list)))),
    daily: [...days].map(([day, list]) => [day, near(mean(list)), near(Math.max(...list))]),
  };
}

describe.skipIf(process.platform !== 'linux')('thirty days of sysstat folded on the host', () => {
  const rows = samples();
  const shells: readonly (readonly [string, readonly [string, ...string[]], string | undefined])[] = [['sh and its awk', ['/bin/sh'], undefined], ['busybox awk', ['/bin/sh'], '/bin/busybox'], ['gawk', ['/bin/sh'], '/usr/bin/gawk'], ['original-awk', ['/bin/sh'], '/usr/bin/original-awk']];
  test.each(shells.filter(([, , awk]) => awk === undefined || existsSync(awk)))('%s: equal to the same fold written in TypeScript', (_label, shell, awk) => {
    const text = fold(shell, rows, awk);
    const history = parseHistory(text.split('\n'));
    // Evenly spread values fill the most bins: no load of a real machine takes more.
    expect(text.length).toBeLessThan(16_000);
    expect(gzipSync(text).length).toBeLessThan(8_000);
    expect(history).toMatchObject({ source: 'sysstat', statistic: 'interval-mean', intervalSeconds: STEP_SECONDS, from: new Date(START * 1000).toISOString(), to: new Date((START + DAYS * 86_400) * 1000).toISOString() });
    const of = (metric: string) => history?.metrics.find((each) => each.metric === metric);
    const values = (pick: (each: Sample) => number) => rows.map((each) => ({ at: each.at, value: pick(each) }));
    expect(of('cpuRatio')).toMatchObject(expected(values((each) => (100 - each.idle - each.iowait) / 100), true));
    expect(of('memRatio')).toMatchObject(expected(values((each) => (TOTAL_KB - each.availableKb) / TOTAL_KB), true));
    expect(of('diskReadBytesPerSecond')).toMatchObject(expected(values((each) => each.blocksRead * 512), false));
    expect(of('diskWriteBytesPerSecond')).toMatchObject(expected(values((each) => each.blocksWritten * 512), false));
    expect(of('diskOpsPerSecond')).toMatchObject(expected(values((each) => each.reads + each.writes), false));
    expect(of('netInBytesPerSecond')).toMatchObject(expected(values((each) => Number((each.inKb / 2).toFixed(3)) * 2048), false));
    expect(of('netOutBytesPerSecond')).toMatchObject(expected(values((each) => each.outKb * 1024), false));
  });

  const sadc = '/usr/lib/sysstat/sadc';
  const unable = process.getuid?.() !== 0 || spawnSync('/bin/sh', ['-c', `test -x ${sadc} && command -v sadf unshare`]).status !== 0;
  test.skipIf(unable)('a real file of sysstat, read by the real sadf', () => {
    const folder = tempDir('sysstat');
    execFileSync(sadc, ['-S', 'DISK', '1', '4', join(folder, 'sa01')]);
    writeFileSync(join(folder, 'script'), buildProbe({ nonce: '0123456789abcdef01234567', useSudo: false, sections: ['history'] }).stdin);
    const out = execFileSync('unshare', ['--mount', '/bin/sh', '-c', `mount --bind ${folder} /var/log/sysstat && exec /bin/sh -s <${folder}/script`], { encoding: 'utf8' });
    const { facts } = parseProbe(out, { nonce: '0123456789abcdef01234567', collectedAt: new Date().toISOString() });
    expect(facts.history?.intervalSeconds).toBe(1);
    expect(facts.history?.metrics.map((each) => [each.metric, each.sampleCount])).toEqual(['cpuRatio', 'memRatio', 'diskReadBytesPerSecond', 'diskWriteBytesPerSecond', 'diskOpsPerSecond', 'netInBytesPerSecond', 'netOutBytesPerSecond'].map((metric) => [metric, 3]));
    for (const each of facts.history?.metrics ?? []) expect(each.hourOfWeekCount.reduce((sum, count) => sum + count, 0)).toBe(3);
    // The same file as sar shows it.
    const shown = (report: string, ...columns: readonly string[]): number[] => {
      const rows = execFileSync('sadf', ['-d', join(folder, 'sa01'), '--', report], { encoding: 'utf8' }).trim().split('\n').map((line) => line.replace(/^# /, '').split(';'));
      return rows.slice(1).map((row) => columns.reduce((sum, column) => sum + Number(row[rows[0]?.indexOf(column) ?? -1]), 0));
    };
    const of = (metric: string) => facts.history?.metrics.find((each) => each.metric === metric);
    const busy = shown('-u', '%idle', '%iowait').map((rest) => (100 - rest) / 100);
    expect(of('cpuRatio')?.max).toBeCloseTo(Math.max(...busy), 4);
    expect(of('cpuRatio')?.sum).toBeCloseTo(busy.reduce((sum, each) => sum + each, 0), 4);
    expect(of('diskOpsPerSecond')?.max).toBeCloseTo(Math.max(...shown('-b', 'rtps', 'wtps')), 1);
    expect(of('memRatio')?.max).toBeCloseTo(Math.max(...shown('-r', 'kbavail').map((available) => 1 - available / TOTAL_KB)), 4);
  });

  test.skipIf(unable)('archives of atop and PCP are counted by their days, beside sysstat and without it', () => {
    const folder = tempDir('archives');
    mkdirSync(join(folder, 'atop'));
    mkdirSync(join(folder, 'pcp/pmlogger/web01'), { recursive: true });
    for (const [name, bytes] of [['atop/atop_20261121', 5000], ['atop/atop_20261122', 7000], ['atop/daily.log', 9], ['pcp/pmlogger/web01/20261122.0', 300], ['pcp/pmlogger/web01/20261122.meta', 20], ['pcp/pmlogger/web01/pmlogger.log', 1]] as const) writeFileSync(join(folder, name), 'x'.repeat(bytes));
    writeFileSync(join(folder, 'script'), buildProbe({ nonce: '0123456789abcdef01234567', useSudo: false, sections: ['history'] }).stdin);
    const out = execFileSync('unshare', ['--mount', '/bin/sh', '-c', `mount --bind ${folder} /var/log && exec /bin/sh -s <${folder}/script`], { encoding: 'utf8' });
    const { facts } = parseProbe(out, { nonce: '0123456789abcdef01234567', collectedAt: new Date().toISOString() });
    expect(facts.history).toBeUndefined();
    expect(facts.loadArchives?.toSorted((left, right) => left.days - right.days)).toEqual([{ tool: 'pcp', days: 1, from: '2026-11-22', to: '2026-11-22', sizeBytes: 320 }, { tool: 'atop', days: 2, from: '2026-11-21', to: '2026-11-22', sizeBytes: 12_000 }]);
  });
});
