import { at, bin } from './paths.mjs';
import { runCaptured } from './processes.mjs';

const PROJECTS = ['shared', 'agents', 'electron', 'electron/shells/desktop', 'renderer', 'test'];
const CODE = ['shared', 'agents', 'electron', 'renderer', 'test'];
/** A cruiser that reads no TypeScript reports "no violations"; fewer modules than this means it was blind. */
const FEWEST_MODULES = 250;

function step(name, program, programArguments, judge = () => undefined) {
  return async () => {
    const { code, text, seconds } = await runCaptured(program, programArguments);
    const complaint = code === 0 ? judge(text) : `exit code ${code}`;
    console.log(`${complaint === undefined ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
    if (complaint !== undefined) console.log(`${text}\n${complaint}`);
    return complaint === undefined;
  };
}

function enoughModules(text) {
  const cruised = Number(/\((\d+) modules/.exec(text)?.[1] ?? 0);
  return cruised >= FEWEST_MODULES ? undefined : `Only ${cruised} modules were cruised; the import laws were not checked.`;
}

async function inTurn(steps) {
  let good = true;
  for (const run of steps) good = (await run()) && good;
  return good;
}

/** Types, lint, import laws and unit tests, on two lanes. Returns an exit code. */
export async function check() {
  const types = PROJECTS.map((project) => step(`types ${project}`, bin('tsc'), ['-p', project]));
  const lint = step('lint', bin('oxlint'), ['--type-aware', ...CODE]);
  const imports = step('imports', bin('depcruise'), ['--config', at('.dependency-cruiser.mjs'), ...CODE], enoughModules);
  const house = step('house rules', process.execPath, [at('.ci', 'house-rules.mjs')]);
  const faults = step('fault index', process.execPath, [at('.ci', 'fault-index.mjs'), '--check']);
  const unit = step('unit tests', bin('vitest'), ['run', '--project', 'unit', '--reporter=dot']);
  const lanes = await Promise.all([inTurn([...types, house, faults, imports]), inTurn([lint])]);
  const tested = await unit();
  return lanes.every(Boolean) && tested ? 0 : 1;
}
