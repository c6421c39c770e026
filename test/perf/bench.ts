import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAnsible } from './bench-ansible.ts';
import { benchBrowser } from './bench-browser.ts';
import { benchCity } from './bench-city.ts';
import { benchCore } from './bench-core.ts';
import { benchProject } from './bench-project.ts';
import { benchScanAt, chooseHosts, startEstateProcess } from './bench-scan.ts';

/**
 * `npm run bench -- [--hosts 800] [--repeats 1] [--servers 4717] [--out FILE] [--skip-browser] [--no-ansible] [--city] [--only-ansible]`: figures
 * as JSON on stdout. Each scan figure stands beside its floor of the same run; timings of one machine are compared with nothing else.
 * `--city` scans a whole city, killed in the middle and resumed (minutes); `--only-ansible` leaves out all but the scans beside Ansible.
 */
const { values } = parseArgs({ args: process.argv.slice(3), allowNegative: true, options: { ansible: { type: 'boolean', default: true }, city: { type: 'boolean', default: false }, 'only-ansible': { type: 'boolean', default: false }, hosts: { type: 'string', default: '800' }, repeats: { type: 'string', default: '1' }, servers: { type: 'string', default: '4717' }, out: { type: 'string' }, 'skip-browser': { type: 'boolean', default: false } } });
const CONCURRENCIES = [1, 8, 32];

const folder = mkdtempSync(join(tmpdir(), 'landfall-bench-'));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

type ScanFigures = Awaited<ReturnType<typeof benchScanAt>>;

/** Of several runs the one whose slope stands in the middle; its ratios were measured side by side. */
function middleRun(runs: readonly ScanFigures[]): ScanFigures | undefined {
  return [...runs].sort((left, right) => left.cpuRatioOfFurtherHosts - right.cpuRatioOfFurtherHosts)[(runs.length - 1) >> 1];
}

async function benchScans(): Promise<unknown[]> {
  const estate = await startEstateProcess(join(folder, 'scan'), Number(values.hosts));
  try {
    const lists = await chooseHosts(estate);
    const results = [];
    for (const concurrency of CONCURRENCIES) {
      const runs: ScanFigures[] = [];
      for (let repeat = 0; repeat < Number(values.repeats); repeat += 1) {
        say(`scan of ${lists.small.hosts} and ${lists.large.hosts} hosts, ${concurrency} at a time`);
        runs.push(await benchScanAt(estate, lists, concurrency));
      }
      results.push({ ...middleRun(runs), ratiosOfAllRuns: runs.map((run) => run.cpuRatioOfFurtherHosts) });
    }
    return results;
  } finally {
    await estate.stop();
  }
}

/** Everything but the scans beside Ansible. */
async function benchProduct() {
  const scans = await benchScans();
  say(`project of ${values.servers} servers`);
  const { project, ...figures } = await benchProject(join(folder, 'city'), Number(values.servers));
  say('what blocks the core');
  const core = await benchCore(project, join(folder, 'city'));
  const browser = values['skip-browser'] ? null : await benchBrowser(project, join(folder, 'city'));
  return { scans, project: figures, core, browser };
}

try {
  const product = values['only-ansible'] ? {} : await benchProduct();
  const besideAnsible = values.ansible ? await benchAnsible(cpus().length, { repeats: Number(values.repeats), say }) : null;
  const city = values.city ? await benchCity(join(folder, 'whole-city'), Number(values.servers)) : null;
  const report = { machine: { cores: cpus().length, model: cpus()[0]?.model, node: process.version }, ...product, besideAnsible, city };
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (values.out !== undefined) writeFileSync(values.out, text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
