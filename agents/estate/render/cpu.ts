import type { HostView } from '../host-view.ts';

/** agents/probes/cpu: x86 kernels describe sockets in cpuinfo, ARM kernels only in sysfs. */
export function renderCpu({ server: { cpu, architecture } }: HostView): string[] {
  const x86 = architecture === 'x86_64';
  return [
    ...(x86 && cpu.model !== undefined ? [`model ${cpu.model}`] : []),
    `threads ${cpu.threads}`,
    ...(x86 ? [`cpuinfo-sockets ${cpu.sockets}`, `cpuinfo-cores ${cpu.cores}`] : []),
    ...(x86 && cpu.mhz !== undefined ? [`mhz ${cpu.mhz}.000`] : []),
    `sockets ${cpu.sockets}`, `cores ${cpu.cores}`,
    ...(!x86 && cpu.model !== undefined ? [`lscpu-model ${cpu.model}`] : []),
    ...(!x86 && cpu.mhz !== undefined ? [`lscpu-mhz ${cpu.mhz}.0000`] : []),
  ];
}
