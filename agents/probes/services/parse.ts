import type { ServiceUnit } from '../../../shared/model/host-facts.ts';

const START_MODES = new Map<string, ServiceUnit['startMode']>([
  ['enabled', 'enabled'], ['enabled-runtime', 'enabled'], ['alias', 'enabled'], ['disabled', 'disabled'], ['static', 'static'], ['indirect', 'static'], ['generated', 'static'], ['transient', 'static'], ['masked', 'masked'], ['masked-runtime', 'masked'],
]);

function stateOf(active: string | undefined, sub: string | undefined): ServiceUnit['state'] {
  if (active === 'failed') return 'failed';
  if (active === 'active' || active === 'activating' || active === 'reloading') return sub === 'exited' ? 'stopped' : 'running';
  return active === 'inactive' || active === 'deactivating' ? 'stopped' : 'unknown';
}

/** Units and unit files merged by name; templates (`x@.service`) without an instance are left out. */
export function parseServices(lines: readonly string[]): ServiceUnit[] {
  const units = new Map<string, ServiceUnit>();
  for (const line of lines) {
    const [word, name = '', second, active, sub] = line.split(' ');
    if (name === '' || name.includes('@.')) continue;
    const short = name.replace(/\.service$/, '').slice(0, 200);
    const known = units.get(short) ?? { name: short, state: 'unknown', startMode: 'unknown' };
    if (word === 'unit' && second !== 'not-found') units.set(short, { ...known, state: stateOf(active, sub) });
    else if (word === 'file') units.set(short, { ...known, startMode: START_MODES.get(second ?? '') ?? 'unknown' });
  }
  return [...units.values()];
}
