import { expect, test } from 'vitest';
import { parseVirtualisation } from './parse.ts';

test.each([
  ['detected', ['detect kvm', 'vendor OpenStack Foundation', 'product OpenStack Nova'], { kind: 'virtual', technology: 'kvm', vendor: 'OpenStack Foundation', productName: 'OpenStack Nova' }],
  ['bare metal', ['detect none', 'vendor Huawei', 'product TaiShan 200 (Model 2280)', 'serial 2102312'], { kind: 'physical', vendor: 'Huawei', productName: 'TaiShan 200 (Model 2280)', serial: '2102312' }],
  ['H22: a container on a virtual machine', ['detect lxc', 'cpu-flag hypervisor'], { kind: 'container', technology: 'lxc' }],
  ['old system, VMware firmware', ['vendor VMware, Inc.', 'product VMware Virtual Platform', 'cpu-flag hypervisor'], { kind: 'virtual', technology: 'vmware', vendor: 'VMware, Inc.', productName: 'VMware Virtual Platform' }],
  ['a Surface is not Hyper-V', ['vendor Microsoft Corporation', 'product Surface Pro'], { kind: 'physical', vendor: 'Microsoft Corporation', productName: 'Surface Pro' }],
  ['Hyper-V', ['vendor Microsoft Corporation', 'product Virtual Machine'], { kind: 'virtual', technology: 'microsoft', vendor: 'Microsoft Corporation', productName: 'Virtual Machine' }],
  ['Xen without firmware', ['hypervisor-type xen'], { kind: 'virtual', technology: 'xen' }],
  ['only drivers tell', ['modules virtio_blk virtio_net'], { kind: 'virtual', technology: 'kvm' }],
  ['placeholders of the firmware are no facts', ['detect none', 'vendor To be filled by O.E.M.', 'serial 0000000'], { kind: 'physical' }],
  ['nothing seen', [], { kind: 'unknown' }],
])('%s', (_label, lines, expected) => {
  expect(parseVirtualisation(lines)).toEqual(expected);
});
