import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { defined, keyValues } from '../key-values.ts';

type Virtualisation = NonNullable<HostFacts['virtualisation']>;

const CONTAINERS = new Set(['docker', 'podman', 'lxc', 'lxc-libvirt', 'openvz', 'systemd-nspawn', 'rkt', 'wsl', 'proot', 'pouch', 'container-other']);
/** Maker and product as the firmware names them → the name systemd-detect-virt uses. */
const FIRMWARE: readonly (readonly [RegExp, string])[] = [
  [/vmware/i, 'vmware'], [/virtualbox|innotek/i, 'oracle'], [/microsoft.*virtual machine/i, 'microsoft'], [/xen|hvm domu/i, 'xen'], [/amazon ec2/i, 'amazon'],
  [/qemu|kvm|openstack|rhev|ovirt|bochs|alibaba cloud|nutanix|smartx|sangfor|h3c cas|fusioncompute|tencent cloud/i, 'kvm'], [/google compute/i, 'google'], [/parallels/i, 'parallels'],
];
const MODULES: readonly (readonly [string, string])[] = [['vmw_', 'vmware'], ['vmxnet3', 'vmware'], ['hv_', 'microsoft'], ['xen_', 'xen'], ['vboxguest', 'oracle'], ['virtio_', 'kvm']];

function decide(values: ReadonlyMap<string, string>): Pick<Virtualisation, 'kind'> & { technology?: string | undefined } {
  const detected = values.get('detect');
  const container = values.get('container');
  if (container !== undefined) return { kind: 'container', technology: container };
  if (detected !== undefined && CONTAINERS.has(detected)) return { kind: 'container', technology: detected };
  if (detected === 'none') return { kind: 'physical' };
  if (detected !== undefined) return { kind: 'virtual', technology: detected };
  const firmware = `${values.get('vendor') ?? ''} ${values.get('product') ?? ''} ${values.get('board') ?? ''}`.slice(0, 600);
  const named = FIRMWARE.find(([pattern]) => pattern.test(firmware))?.[1];
  if (named !== undefined) return { kind: 'virtual', technology: named };
  if (values.has('hypervisor-type')) return { kind: 'virtual', technology: values.get('hypervisor-type') };
  const modules = values.get('modules')?.split(' ') ?? [];
  const byModule = MODULES.find(([prefix]) => modules.some((name) => name.startsWith(prefix)))?.[1];
  if (values.has('cpu-flag')) return { kind: 'virtual', technology: byModule };
  if (byModule !== undefined) return { kind: 'virtual', technology: byModule };
  return { kind: firmware.trim() === '' ? 'unknown' : 'physical' };
}

const EMPTY_FIRMWARE = /^(to be filled.*|default string|not specified|none|n\/a|0+|system (serial number|manufacturer|product name)|unknown)$/i;

export function parseVirtualisation(lines: readonly string[]): HostFacts['virtualisation'] {
  const values = keyValues(lines);
  const { kind, technology } = decide(values);
  const firmware = (key: string): string | undefined => {
    const value = values.get(key)?.slice(0, 120);
    return value === undefined || EMPTY_FIRMWARE.test(value) ? undefined : value;
  };
  return { kind, ...defined({ technology: technology?.slice(0, 40), vendor: firmware('vendor'), productName: firmware('product') ?? firmware('model'), serial: firmware('serial') }) };
}
