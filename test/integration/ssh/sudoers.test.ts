import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import { rootCommands, sudoersTexts } from '../../../agents/probes/sudoers.ts';
import type { SectionName } from '../../../shared/model/host-facts.ts';
import { tempDir } from '../../support/temp-dir.ts';

const nonce = '0123456789abcdef01234567';
const hasSudo = existsSync('/usr/sbin/visudo');
const isRoot = process.getuid?.() === 0;

describe.skipIf(!hasSudo)('sudoers files made from the declarations', () => {
  test.each(['script', 'commands'] as const)('%s: sudo itself takes it', (kind) => {
    const file = join(tempDir('sudoers'), 'landfall');
    writeFileSync(file, sudoersTexts('svc-scan.1')[kind], { mode: 0o440 });
    expect(execFileSync('/usr/sbin/visudo', ['-cf', file], { encoding: 'utf8' })).toContain('parsed OK');
  });

  test('N22 no wildcard, no shell and no argument of the host in the list of commands', () => {
    const rules = sudoersTexts('scan').commands.split('\n').filter((line) => !line.startsWith('#')).join('\n');
    expect(rootCommands().length).toBeGreaterThan(5);
    expect(rules).not.toMatch(/[*?[\]{}]|\/sh\b|\bALL\s*$/m);
    const commands = rules.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('/'));
    expect(commands.length).toBe(rootCommands().length * 3);
    for (const command of commands) expect(command, 'a program named alone may have any arguments').toMatch(/^\/\S+ \S/);
    expect(() => sudoersTexts('x ALL=(ALL) ALL')).toThrow(RangeError);
  });

  /** sudo reads a sudoers file of ours only in a mount namespace of its own; `daemon` is an account every Debian has. */
  const asDaemon = (rules: string, setup = '', sections: readonly SectionName[] = ['identity', 'os', 'firewall'], namespaces = ['--mount', '--net']): ReturnType<typeof parseProbe> => {
    const folder = tempDir('sudo-run');
    chmodSync(folder, 0o755);
    const probe = buildProbe({ nonce, useSudo: true, sections, windowSeconds: 1 });
    writeFileSync(join(folder, 'sudoers'), `root ALL=(ALL) ALL\n${rules}`, { mode: 0o440 });
    writeFileSync(join(folder, 'command'), `${probe.command}\n`);
    const script = `mount --bind ${folder}/sudoers /etc/sudoers && mount -t tmpfs none /etc/sudoers.d && ${setup || 'true'} && exec setpriv --reuid daemon --regid daemon --clear-groups /bin/sh ${folder}/command`;
    const done = spawnSync('unshare', [...namespaces, '/bin/sh', '-c', script], { input: probe.stdin, encoding: 'utf8', maxBuffer: 8e6 });
    return parseProbe(done.stdout, { nonce, collectedAt: new Date().toISOString(), sudoAsked: true });
  };
  const canRun = isRoot && existsSync('/usr/bin/unshare') && spawnSync('unshare', ['--mount', '--net', 'true']).status === 0;

  test.skipIf(!canRun)('N22 the script rule makes the whole script root', () => {
    const { facts, problems } = asDaemon(sudoersTexts('daemon').script);
    expect(facts.privilege).toBe('sudo');
    expect(problems.map(({ code }) => code)).not.toContain('SUDO_MISSING');
  });

  test.skipIf(!canRun || !existsSync('/usr/sbin/nft'))('N22 where only single commands are allowed, those run as root and nothing else', () => {
    const setup = 'nft add table inet guard && nft add chain inet guard input "{ type filter hook input priority 0; policy drop; }" && nft add rule inet guard input tcp dport 22 accept';
    const { facts, problems } = asDaemon(sudoersTexts('daemon').commands, setup);
    expect(facts.privilege).toBe('user');
    expect(JSON.stringify(facts.firewall)).toContain('inet/guard');
    expect(facts.identity?.productUuid).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('SUDO_MISSING');
  });

  test.skipIf(!canRun)('N22 without any rule the row says what is missing', async () => {
    const own = createServer();
    await new Promise<void>((resolve) => { own.listen(0, '127.0.0.1', resolve); });
    onTestFinished(() => { own.close(); });
    const { facts, problems } = asDaemon('', '', ['identity', 'os', 'sockets'], ['--mount']);
    expect(facts.privilege).toBe('user');
    expect(facts.identity?.hostname).toBeDefined();
    expect(facts.listeners?.length).toBeGreaterThan(0);
    expect(facts.sections.find(({ name }) => name === 'sockets')).toMatchObject({ state: 'partial', missing: ['processOfOthers'] });
    expect(problems).toContainEqual({ code: 'SUDO_MISSING', params: { sections: expect.stringContaining('sockets') } });
  });
});
