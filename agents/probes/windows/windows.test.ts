import { describe, expect, test } from 'vitest';
import { hostFactsSchema } from '../../../shared/model/host-facts.ts';
import { buildProbe } from '../build-probe.ts';
import capture from '../fixtures/windows/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { WINDOWS_SECTIONS } from './declarations.ts';
import source from './probe.ps1?raw';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T13:04:00.000Z', sudoAsked: true };
const code = source.split('\n').filter((line) => !line.startsWith('#')).join('\n');

describe('an answer of Windows Server, from documentation, not from a machine', () => {
  test('H23 brings the same facts as Linux', () => {
    const { facts, problems, sections } = parseProbe(capture, options);
    expect(hostFactsSchema.parse(facts)).toEqual(facts);
    expect(problems).toEqual([]);
    expect(facts).toMatchObject({
      privilege: 'user',
      identity: { hostname: 'RSJ-IIS01', fqdn: 'RSJ-IIS01.rsj.gov.example', machineId: '8f6a2c1e-4b7d-4e6b-9a51-0c2d1e3f4a5b', productUuid: '4c4c4544-0035-3610-8052-b4c04f4d3232', clockSkewSeconds: 2, timezoneOffset: '+0800' },
      os: { family: 'windows', id: 'windows', name: 'Microsoft Windows Server 2019 Standard', version: '10.0.17763', kernel: '10.0.17763.5458', architecture: 'x86_64', bootMode: 'uefi' },
      virtualisation: { kind: 'virtual', technology: 'vmware', vendor: 'VMware, Inc.' }, cpu: { threads: 4, cores: 4, sockets: 2, mhz: 2494 }, memory: { memBytes: 16_776_744 * 1024 },
      blockDevices: [{ name: 'PhysicalDrive0', kind: 'disk', sizeBytes: 167_772_160 * 512, model: 'VMware Virtual disk SCSI Disk Device' }, { name: 'PhysicalDrive1' }],
      nics: [{ name: 'Ethernet0', mac: '00:50:56:9a:45:1c', speedMbps: 10_000, addresses: [{ address: '10.65.3.14', prefixLength: 24 }, { address: 'fe80::250:56ff:fe9a:451c', prefixLength: 64 }] }, { name: 'Ethernet_2', state: 'down' }],
      filesystems: [{ mountPoint: 'C:\\', fsType: 'ntfs', sizeBytes: 85_350_936_576, usedBytes: 85_350_936_576 - 41_231_687_680 }, { mountPoint: 'D:\\' }],
      utilisationNow: { intervalSeconds: 4, cpuRatio: 0.4, diskReadBytesPerSecond: (20_000 * 512) / 4, netInBytesPerSecond: 125_000 },
      packages: { manager: 'other', items: [{ name: 'Microsoft SQL Server 2017 (64-bit)', version: '-' }, { name: 'Oracle Instant Client', version: '19.3.0.0' }, { name: 'KB5034127', version: 'hotfix' }] },
    });
    expect(facts.utilisationNow?.load1).toBeUndefined();
    expect(facts.services).toContainEqual({ name: 'Spooler', state: 'stopped', startMode: 'disabled' });
    expect(facts.flows).toContainEqual({ transport: 'tcp', direction: 'inbound', peerAddress: '10.65.9.20', port: 80, processName: 'System', connections: 6 });
    expect(facts.processes?.find(({ pid }) => pid === 3120)?.commandLine).toContain('PortalPool');
    expect(facts.sections.find(({ name }) => name === 'processes')).toMatchObject({ state: 'partial', missing: ['commandLineOfOthers'] });
    expect(facts.sections.find(({ name }) => name === 'history')?.state).toBe('absent');
    expect(JSON.stringify([facts, ...sections.values()])).not.toContain('Wh1teh4ll');
  });
});

describe('the script for Windows PowerShell 2.0', () => {
  /** Words that came with a later version, or that change something, or that start a repair of packages. */
  const LATER = /Get-CimInstance|New-CimSession|ConvertTo-Json|ConvertFrom-Json|Get-NetTCPConnection|Get-NetAdapter|Get-NetIPAddress|Get-Volume|Get-Disk\b|Get-PhysicalDisk|Get-WindowsFeature|Get-ScheduledTask|Invoke-RestMethod|\[ordered\]|\[pscustomobject\]|::new\(|\.ForEach\(|\.Where\(|-notin\b|(?<!-not)-in\b|\$using:|\bclass \w|\?\?|\?\.|&&|\|\|/i;
  const CHANGES = /Set-|Remove-|Out-File|Add-Content|Set-Content|New-Item|Start-Process|Invoke-Expression|Invoke-WebRequest|Win32_Product\b(?!\w)|\.Delete\(|\.Create\(|Stop-|Restart-|reg(?:\.exe)? add|>\s*[\w$"'.\\]+\.\w/i;

  test('uses no word of a later version and none that changes anything', () => {
    expect(LATER.exec(code)?.[0]).toBeUndefined();
    expect(CHANGES.exec(code)?.[0]).toBeUndefined();
    expect(/[^\x09\x0a\x20-\x7e]/.exec(source)?.[0]).toBeUndefined();
  });

  test('has a function for each declared section, and braces that close', () => {
    for (const { name } of WINDOWS_SECTIONS) expect(code).toContain(`\nfunction Collect-${name} {`);
    const bare = code.replace(/'[^'\n]*'/g, "''");
    for (const [open, close] of [['{', '}'], ['(', ')'], ['[', ']']] as const) expect(bare.split(open).length, open).toBe(bare.split(close).length);
  });

  test('every class, registry key and program it asks is declared, and no other', () => {
    const declared = JSON.stringify(WINDOWS_SECTIONS.map(({ columns, programs, reads }) => [columns.map(({ from }) => from), programs, reads])).replaceAll('\\\\', '\\');
    const classes = new Set([...code.matchAll(/FROM (Win32_\w+)/g)].map(([, name = '']) => name));
    expect(classes.size).toBeGreaterThan(15);
    expect([...classes].filter((name) => !declared.includes(`${name}`))).toEqual([]);
    expect([...code.matchAll(/\b\w+\.exe\b/g)].map(([name]) => name).filter((name) => !declared.includes(name))).toEqual([]);
    for (const [, key = ''] of code.matchAll(/HKLM:\\([\w\\ ]+)'/g)) expect(declared).toContain(`HKLM\\${key}`);
  });

  test('its first line sets what the settings say, and the command is within what cmd.exe takes', () => {
    const probe = buildProbe({ nonce: options.nonce, useSudo: true, sections: ['identity', 'os'], windowSeconds: 3 }).forServer('SSH-2.0-OpenSSH_for_Windows_8.1');
    expect(probe?.stdin.split('\n')[0]).toBe(`$LF_NONCE='${options.nonce}'; $LF_SECTIONS='identity os'; $LF_WINDOW_SECONDS=3`);
    expect(probe?.stdin).not.toContain('\r');
    expect(probe?.command.length).toBeLessThan(8191);
    const encoded = probe?.command.split(' ').at(-1) ?? '';
    expect(Buffer.from(encoded, 'base64').toString('utf16le')).toContain('[Console]::In.ReadToEnd()');
  });
});
