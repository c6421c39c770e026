import { describe, expect, test } from 'vitest';
import { collectLocal } from '../../../agents/runner/collect-local.ts';
import { hostFactsSchema } from '../../../shared/model/host-facts.ts';

const now = (): Date => new Date();

describe.skipIf(process.platform !== 'linux')('the machine itself', () => {
  test('the script and systeminformation agree on what both can see', async () => {
    const byScript = (await collectLocal({ now })).facts;
    const bySystem = (await collectLocal({ now, platform: 'freebsd' })).facts;
    for (const facts of [byScript, bySystem]) expect(hostFactsSchema.parse(facts)).toEqual(facts);
    expect(bySystem.identity?.hostname).toBe(byScript.identity?.hostname);
    expect(bySystem.os).toMatchObject({ family: 'linux', id: byScript.os?.id, kernel: byScript.os?.kernel, architecture: byScript.os?.architecture });
    expect(bySystem.cpu?.threads).toBe(byScript.cpu?.threads);
    expect(bySystem.memory).toEqual(byScript.memory);
    expect(Math.abs((bySystem.uptime?.seconds ?? 0) - (byScript.uptime?.seconds ?? 0))).toBeLessThan(120);
    const root = (facts: typeof byScript) => facts.filesystems?.find((each) => each.mountPoint === '/');
    expect(root(bySystem)?.sizeBytes).toBe(root(byScript)?.sizeBytes);
    // systeminformation leaves out interfaces without an address.
    const macs = (facts: typeof byScript) => facts.nics?.filter((nic) => nic.addresses.length > 0).map((nic) => `${nic.name} ${nic.mac}`).toSorted();
    expect(macs(bySystem)).toEqual(macs(byScript));
    const fourth = (facts: typeof byScript) => facts.nics?.flatMap((nic) => nic.addresses.filter((each) => each.family === 'ipv4').map((each) => `${each.address}/${each.prefixLength}`)).toSorted();
    expect(fourth(bySystem)).toEqual(fourth(byScript));
  });

  test('evidence holds every section that brought facts', async () => {
    const { facts, sections, text } = await collectLocal({ now });
    expect([...sections.keys()].toSorted()).toEqual(facts.sections.filter((report) => report.state !== 'skipped').map((report) => report.name).toSorted());
    for (const name of sections.keys()) expect(text).toContain(`== ${name}\n`);
  });
});
