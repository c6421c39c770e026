import type { SectionName } from '../../shared/model/host-facts.ts';
import identity from './identity/collect.sh?raw';
import os from './os/collect.sh?raw';
import virtualisation from './virtualisation/collect.sh?raw';
import cpu from './cpu/collect.sh?raw';
import memory from './memory/collect.sh?raw';
import blockDevices from './block-devices/collect.sh?raw';
import network from './network/collect.sh?raw';
import uptime from './uptime/collect.sh?raw';
import sockets from './sockets/collect.sh?raw';
import processes from './processes/collect.sh?raw';
import services from './services/collect.sh?raw';
import packages from './packages/collect.sh?raw';
import history from './history/collect.sh?raw';
import filesystems from './filesystems/collect.sh?raw';
import utilisation from './utilisation/collect.sh?raw';

/** One section as the security officer's sheet shows it: which programs it starts and which files or folders it reads. */
export interface ProbeSection {
  readonly name: SectionName;
  readonly commands: readonly string[];
  readonly reads: readonly string[];
  readonly script: string;
}

/** In the order they run: what can stall stands late, so that a stall costs the least. */
export const PROBE_SECTIONS: readonly ProbeSection[] = [
  { name: 'identity', script: identity, commands: ['uname -n', 'date', 'hostname -f'], reads: ['/etc/machine-id', '/proc/sys/kernel/random/boot_id', '/sys/class/dmi/id/product_uuid'] },
  { name: 'os', script: os, commands: ['uname -s', 'uname -r', 'uname -m', 'grep'], reads: ['/sys/firmware/efi', '/etc/os-release', '/usr/lib/os-release', '/etc/redhat-release', '/etc/centos-release', '/etc/openEuler-release', '/etc/kylin-release', '/etc/neokylin-release', '/etc/.kyinfo', '/etc/uos-release', '/etc/os-version', '/etc/anolis-release', '/etc/SuSE-release', '/etc/debian_version', '/etc/alpine-release'] },
  { name: 'virtualisation', script: virtualisation, commands: ['systemd-detect-virt', 'head', 'grep', 'awk', 'tr'], reads: ['/run/systemd/container', '/.dockerenv', '/run/.containerenv', '/proc/vz', '/proc/bc', '/sys/class/dmi/id', '/proc/device-tree/model', '/sys/hypervisor/type', '/proc/cpuinfo', '/proc/modules'] },
  { name: 'cpu', script: cpu, commands: ['awk', 'grep', 'lscpu'], reads: ['/proc/cpuinfo', '/sys/devices/system/cpu'] },
  { name: 'memory', script: memory, commands: ['grep'], reads: ['/proc/meminfo'] },
  { name: 'block-devices', script: blockDevices, commands: [], reads: ['/sys/block'] },
  { name: 'network', script: network, commands: ['ip -o addr show', 'ifconfig -a', 'awk'], reads: ['/sys/class/net'] },
  { name: 'uptime', script: uptime, commands: ['grep'], reads: ['/proc/uptime', '/proc/stat'] },
  { name: 'sockets', script: sockets, commands: ['ls -l', 'awk', 'sed', 'tr', 'head', 'uname -m'], reads: ['/proc'] },
  { name: 'processes', script: processes, commands: ['sed', 'grep', 'tr', 'cut', 'awk'], reads: ['/etc/passwd', '/proc'] },
  { name: 'services', script: services, commands: ['systemctl list-units', 'systemctl list-unit-files', 'chkconfig --list', 'sort', 'awk'], reads: ['/run/systemd/system', '/etc/runlevels', '/etc/rc'] },
  { name: 'packages', script: packages, commands: ['rpm -qa', 'awk'], reads: ['/var/lib/dpkg/status', '/lib/apk/db/installed'] },
  { name: 'history', script: history, commands: ['sadf -d', 'ls -t', 'head', 'awk'], reads: ['/var/log/sa', '/var/log/sysstat', '/sys/class/net', '/proc/meminfo'] },
  { name: 'filesystems', script: filesystems, commands: ['df -kP', 'head', 'awk'], reads: ['/proc/self/mountinfo', '/proc/mounts'] },
  { name: 'utilisation', script: utilisation, commands: ['awk', 'sleep'], reads: ['/proc/stat', '/proc/meminfo', '/proc/loadavg', '/proc/diskstats', '/proc/net/dev', '/sys/block', '/sys/class/net'] },
];
