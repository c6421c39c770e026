import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CITY_HOSTS } from '../../rig/city-hosts.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { removeStaleRigs } from '../../rig/rig-network.ts';
import { startRig } from '../../rig/start-rig.ts';

const missing = rigMissing();
const support = join(import.meta.dirname, '../../support');

describe.skipIf(missing !== undefined)(`the rig itself${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('hosts are machines of their own and leave nothing behind', async () => {
    const rig = await startRig({ hosts: CITY_HOSTS.filter((spec) => ['old-1', 'box-1'].includes(spec.name)) });
    let stopped = false;
    const stop = async (): Promise<void> => { if (!stopped) await rig.stop(); stopped = true; };
    onTestFinished(stop);
    const [old, box] = [rig.host('old-1'), rig.host('box-1')];
    expect((await old.exec('hostname; . /etc/os-release; echo $VERSION_ID')).split('\n')).toEqual(['old-1', '11', '']);
    expect(await box.exec('hostname; ls /proc | grep -c "^[0-9]*$"')).toMatch(/^box-1\n\d\n$/);
    expect(await old.exec('ip -o -4 addr show eth0')).toContain(`inet ${old.address}/24`);
    await old.exec('echo x >/mine');
    expect(await box.exec('ls /mine 2>&1 || true')).toContain('No such file');
    const { initPid, interfaceName } = old;
    await stop();
    expect([`/proc/${initPid}`, `/sys/class/net/${interfaceName}`].filter((path) => existsSync(path))).toEqual([]);
  });

  test('a killed test process takes its hosts along; the next start removes the rest', async () => {
    const child = spawn(process.execPath, [join(support, 'run-typescript.mjs'), join(import.meta.dirname, 'rig-process.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => { child.kill('SIGKILL'); });
    const first = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
      child.once('exit', () => reject(new Error('The rig did not start')));
    });
    const { initPid, interfaceName } = JSON.parse(first) as { initPid: number; interfaceName: string };
    const bridge = interfaceName.replace(/v\d+$/, '');
    expect([`/proc/${initPid}/ns/net`, `/sys/class/net/${bridge}`].filter((path) => !existsSync(path))).toEqual([]);
    child.kill('SIGKILL');
    await expect.poll(() => existsSync(`/proc/${initPid}`), { timeout: 10_000 }).toBe(false);
    expect(existsSync(`/sys/class/net/${bridge}`)).toBe(true);
    removeStaleRigs();
    expect(existsSync(`/sys/class/net/${bridge}`)).toBe(false);
  });
});
