import type { Architecture, OsRelease } from '../city.ts';

const X86: readonly Architecture[] = ['x86_64'];
const BOTH: readonly Architecture[] = ['x86_64', 'aarch64'];

interface Row {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly weight: number;
  readonly kernels: readonly string[];
  readonly ssh: string;
  readonly architectures?: readonly Architecture[];
  readonly osRelease?: readonly string[];
  readonly releaseFiles?: OsRelease['releaseFiles'];
  readonly dpkg?: true;
  readonly old?: true;
  readonly memAvailable?: false;
  readonly family?: 'windows' | 'aix';
}

function release(row: Row): OsRelease {
  return {
    key: row.key, id: row.id, name: row.name, version: row.version, weight: row.weight, kernels: row.kernels,
    architectures: row.architectures ?? X86, osRelease: row.osRelease ?? [], releaseFiles: row.releaseFiles ?? [],
    packageFormat: row.dpkg ? 'dpkg' : 'rpm', systemd: row.old === undefined, memAvailable: row.memAvailable ?? true,
    family: row.family ?? 'linux', sshIdent: row.ssh,
  };
}

/** os-release lines; `id` with the capitals the distribution itself writes. */
function lines(name: string, version: string, id: string, versionId: string, pretty: string, like?: string): string[] {
  return [`NAME="${name}"`, `VERSION="${version}"`, `ID="${id}"`, ...(like === undefined ? [] : [`ID_LIKE="${like}"`]), `VERSION_ID="${versionId}"`, `PRETTY_NAME="${pretty}"`];
}

/** The mix of a large Chinese municipality in the middle of its change to domestic systems; weights add up to about 100. */
export const OS_RELEASES: readonly OsRelease[] = [
  release({ key: 'centos-6', id: 'centos', name: 'CentOS release 6.10 (Final)', version: '6.10', weight: 7, old: true, memAvailable: false, ssh: 'OpenSSH_5.3', kernels: ['2.6.32-754.35.1.el6.x86_64', '2.6.32-696.el6.x86_64'], releaseFiles: [['/etc/redhat-release', 'CentOS release 6.10 (Final)'], ['/etc/centos-release', 'CentOS release 6.10 (Final)']] }),
  release({ key: 'centos-7', id: 'centos', name: 'CentOS Linux 7 (Core)', version: '7.9.2009', weight: 27, ssh: 'OpenSSH_7.4', kernels: ['3.10.0-1160.119.1.el7.x86_64', '3.10.0-957.el7.x86_64', '3.10.0-862.14.4.el7.x86_64'], osRelease: lines('CentOS Linux', '7 (Core)', 'centos', '7', 'CentOS Linux 7 (Core)', 'rhel fedora'), releaseFiles: [['/etc/redhat-release', 'CentOS Linux release 7.9.2009 (Core)'], ['/etc/centos-release', 'CentOS Linux release 7.9.2009 (Core)']] }),
  release({ key: 'rhel-7', id: 'rhel', name: 'Red Hat Enterprise Linux Server 7.9 (Maipo)', version: '7.9', weight: 6, ssh: 'OpenSSH_7.4', kernels: ['3.10.0-1160.el7.x86_64'], osRelease: lines('Red Hat Enterprise Linux Server', '7.9 (Maipo)', 'rhel', '7.9', 'Red Hat Enterprise Linux Server 7.9 (Maipo)', 'fedora'), releaseFiles: [['/etc/redhat-release', 'Red Hat Enterprise Linux Server release 7.9 (Maipo)']] }),
  release({ key: 'rhel-8', id: 'rhel', name: 'Red Hat Enterprise Linux 8.6 (Ootpa)', version: '8.6', weight: 4, ssh: 'OpenSSH_8.0', kernels: ['4.18.0-372.9.1.el8.x86_64'], osRelease: lines('Red Hat Enterprise Linux', '8.6 (Ootpa)', 'rhel', '8.6', 'Red Hat Enterprise Linux 8.6 (Ootpa)', 'fedora'), releaseFiles: [['/etc/redhat-release', 'Red Hat Enterprise Linux release 8.6 (Ootpa)']] }),
  release({ key: 'kylin-v10', id: 'kylin', name: 'Kylin Linux Advanced Server V10 (Lance)', version: 'V10', weight: 15, architectures: BOTH, ssh: 'OpenSSH_8.2', kernels: ['4.19.90-52.22.v2207.ky10', '4.19.90-24.4.v2101.ky10'], osRelease: lines('Kylin Linux Advanced Server', 'V10 (Lance)', 'kylin', 'V10', 'Kylin Linux Advanced Server V10 (Lance)'), releaseFiles: [['/etc/kylin-release', 'Kylin Linux Advanced Server release V10 (Lance)']] }),
  release({ key: 'uos-20', id: 'uos', name: 'UnionTech OS Server 20', version: '20', weight: 8, architectures: BOTH, ssh: 'OpenSSH_8.2', kernels: ['4.19.90-2106.3.0.0095.up2.uel20'], osRelease: lines('UnionTech OS Server 20', '20', 'uos', '20', 'UnionTech OS Server 20'), releaseFiles: [['/etc/os-version', 'MajorVersion=20']] }),
  release({ key: 'openeuler-22', id: 'openeuler', name: 'openEuler 22.03 (LTS-SP3)', version: '22.03', weight: 9, architectures: BOTH, ssh: 'OpenSSH_8.8', kernels: ['5.10.0-182.0.0.95.oe2203sp3'], osRelease: lines('openEuler', '22.03 (LTS-SP3)', 'openEuler', '22.03', 'openEuler 22.03 (LTS-SP3)'), releaseFiles: [['/etc/openEuler-release', 'openEuler release 22.03 (LTS-SP3)']] }),
  release({ key: 'anolis-8', id: 'anolis', name: 'Anolis OS 8.8', version: '8.8', weight: 4, architectures: BOTH, ssh: 'OpenSSH_8.0', kernels: ['5.10.134-13.an8', '4.19.91-26.an8'], osRelease: lines('Anolis OS', '8.8', 'anolis', '8.8', 'Anolis OS 8.8', 'rhel fedora centos'), releaseFiles: [['/etc/anolis-release', 'Anolis OS release 8.8']] }),
  release({ key: 'ubuntu-18', id: 'ubuntu', name: 'Ubuntu 18.04.6 LTS', version: '18.04', weight: 5, dpkg: true, ssh: 'OpenSSH_7.6p1 Ubuntu-4ubuntu0.7', kernels: ['4.15.0-213-generic'], osRelease: lines('Ubuntu', '18.04.6 LTS (Bionic Beaver)', 'ubuntu', '18.04', 'Ubuntu 18.04.6 LTS', 'debian'), releaseFiles: [['/etc/debian_version', 'buster/sid']] }),
  release({ key: 'ubuntu-22', id: 'ubuntu', name: 'Ubuntu 22.04.4 LTS', version: '22.04', weight: 5, dpkg: true, ssh: 'OpenSSH_8.9p1 Ubuntu-3ubuntu0.10', kernels: ['5.15.0-105-generic'], osRelease: lines('Ubuntu', '22.04.4 LTS (Jammy Jellyfish)', 'ubuntu', '22.04', 'Ubuntu 22.04.4 LTS', 'debian'), releaseFiles: [['/etc/debian_version', 'bookworm/sid']] }),
  release({ key: 'debian-11', id: 'debian', name: 'Debian GNU/Linux 11 (bullseye)', version: '11.9', weight: 3, dpkg: true, ssh: 'OpenSSH_8.4p1 Debian-5+deb11u3', kernels: ['5.10.0-28-amd64'], osRelease: lines('Debian GNU/Linux', '11 (bullseye)', 'debian', '11', 'Debian GNU/Linux 11 (bullseye)'), releaseFiles: [['/etc/debian_version', '11.9']] }),
  release({ key: 'sles-12', id: 'sles', name: 'SUSE Linux Enterprise Server 12 SP5', version: '12.5', weight: 4, ssh: 'OpenSSH_7.2', kernels: ['4.12.14-122.216-default'], osRelease: lines('SLES', '12-SP5', 'sles', '12.5', 'SUSE Linux Enterprise Server 12 SP5'), releaseFiles: [['/etc/SuSE-release', 'SUSE Linux Enterprise Server 12 (x86_64)']] }),
  release({ key: 'windows-2016', id: 'windows', name: 'Microsoft Windows Server 2016 Standard', version: '10.0.14393', weight: 2, family: 'windows', ssh: 'OpenSSH_for_Windows_7.7', kernels: ['10.0.14393'] }),
  release({ key: 'aix-7', id: 'aix', name: 'AIX 7.2', version: '7.2', weight: 1, family: 'aix', ssh: 'OpenSSH_8.1', kernels: ['7200-05'] }),
];
