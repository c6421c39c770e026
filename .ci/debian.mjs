import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** What the tests need of Debian beside Node: package → a file that shows it is there. */
const PACKAGES = {
  chromium: '/usr/bin/chromium',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  'openssh-server': '/usr/sbin/sshd',
  'openssh-client': '/usr/bin/ssh-keygen',
  'dropbear-bin': '/usr/sbin/dropbear',
  'busybox-static': '/bin/busybox',
  iproute2: '/bin/ip',
  e2fsprogs: '/sbin/mkfs.ext4',
  mmdebstrap: '/usr/bin/mmdebstrap',
  nftables: '/usr/sbin/nft',
  procps: '/bin/ps',
  strace: '/usr/bin/strace',
  sysstat: '/usr/bin/sadf',
  mksh: '/bin/mksh',
  yash: '/usr/bin/yash',
  'ksh93u+m': '/usr/bin/ksh93',
  gawk: '/usr/bin/gawk',
  sudo: '/usr/bin/sudo',
  'python3-openpyxl': '/usr/lib/python3/dist-packages/openpyxl/__init__.py',
  'libreoffice-calc-nogui': '/usr/lib/libreoffice/program/soffice.bin',
};

/** What the bench compares the scanner with; its module for packages needs the second one. */
export const BENCH_PACKAGES = { 'ansible-core': '/usr/bin/ansible', 'python3-apt': '/usr/lib/python3/dist-packages/apt/__init__.py' };

/** Installs the missing ones with apt. Elsewhere than on Debian as root it only names them: what needs them is left out with a reason. */
export function installDebianPackages(packages = PACKAGES) {
  const missing = Object.entries(packages).filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(`Not installed: ${missing.join(', ')}. What needs them is left out; on Debian, run as root to have them installed.`);
    return;
  }
  console.error(`Installing Debian packages: ${missing.join(', ')}.`);
  const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-q');
  const result = apt('install', '-y', '-q', '--no-install-recommends', ...missing);
  if (result.status !== 0) {
    console.error('apt-get install failed; its message stands above.');
    process.exit(1);
  }
}
