import { describe, expect, test } from 'vitest';
import aix from '../fixtures/from-documentation/os-aix.txt?raw';
import centos6 from '../fixtures/from-documentation/os-centos-6.txt?raw';
import centos7 from '../fixtures/from-documentation/os-centos-7.txt?raw';
import kylin from '../fixtures/from-documentation/os-kylin-v10.txt?raw';
import openEuler from '../fixtures/from-documentation/os-openeuler-22.txt?raw';
import rhel5 from '../fixtures/from-documentation/os-rhel-5.txt?raw';
import sles from '../fixtures/from-documentation/os-sles-11.txt?raw';
import uos from '../fixtures/from-documentation/os-uos-20.txt?raw';
import { parseOs } from './parse.ts';

describe('parseOs', () => {
  test.each([
    ['CentOS 6', centos6, 'centos', '6.10', 'CentOS release 6.10 (Final)'],
    ['CentOS 7', centos7, 'centos', '7.9.2009', 'CentOS Linux 7 (Core)'],
    ['RHEL 5', rhel5, 'rhel', '5.11', 'Red Hat Enterprise Linux Server release 5.11 (Tikanga)'],
    ['openEuler', openEuler, 'openeuler', '22.03', 'openEuler 22.03 LTS'],
    ['Kylin', kylin, 'kylin', 'V10', 'Kylin Linux Advanced Server V10 (Tercel)'],
    ['UOS', uos, 'uos', '20', 'UnionTech OS Server 20'],
    ['SLES 11', sles, 'sles', '11.4', 'SUSE Linux Enterprise Server 11 (x86_64)'],
  ])('%s', (_label, text, id, version, name) => {
    expect(parseOs(text.split('\n'))).toMatchObject({ family: 'linux', id, version, name });
  });

  test('another Unix keeps its family', () => {
    expect(parseOs(aix.split('\n'))).toMatchObject({ family: 'aix', id: 'aix', name: 'AIX' });
  });

  test('a release file cannot be mistaken for a command: quotes are only taken off', () => {
    const os = parseOs(['system Linux', 'architecture x86_64', '/etc/os-release:ID="$(reboot)"', "/etc/os-release:PRETTY_NAME='麒麟 V10'"]);
    expect(os).toMatchObject({ id: '$(reboot)', name: '麒麟 V10' });
  });

  test('without system or architecture there is no fact', () => {
    expect(parseOs(['kernel 5.10'])).toBeUndefined();
  });
});
