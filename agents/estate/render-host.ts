import { SECTION_NAMES, type SectionName } from '../../shared/model/host-facts.ts';
import { type HostView, uptimeOf } from './host-view.ts';
import { renderBlockDevices } from './render/block-devices.ts';
import { renderCertificates } from './render/certificates.ts';
import { renderContainers } from './render/containers.ts';
import { renderCpu } from './render/cpu.ts';
import { renderFilesystems } from './render/filesystems.ts';
import { renderFirewall } from './render/firewall.ts';
import { renderHardware } from './render/hardware.ts';
import { renderHistory } from './render/history.ts';
import { renderIdentity } from './render/identity.ts';
import { renderMemory } from './render/memory.ts';
import { renderMounts } from './render/mounts.ts';
import { renderNetwork } from './render/network.ts';
import { renderNetworkDetail } from './render/network-detail.ts';
import { renderOs } from './render/os.ts';
import { renderPackages } from './render/packages.ts';
import { renderProcesses } from './render/processes.ts';
import { renderScheduled } from './render/scheduled.ts';
import { renderServices } from './render/services.ts';
import { renderSessions } from './render/sessions.ts';
import { renderSockets } from './render/sockets.ts';
import { renderSoftware } from './render/software.ts';
import { renderStorage } from './render/storage.ts';
import { renderUptime } from './render/uptime.ts';
import { renderUtilisation } from './render/utilisation.ts';
import { renderVirtualisation } from './render/virtualisation.ts';
import { RENDER_WINDOWS } from './render/windows.ts';

/** A section without an entry answers with nothing: the host has no such source. */
const RENDER: Readonly<Partial<Record<SectionName, (view: HostView) => string[]>>> = {
  identity: renderIdentity, os: renderOs, virtualisation: renderVirtualisation, cpu: renderCpu, memory: renderMemory,
  'block-devices': renderBlockDevices, filesystems: renderFilesystems, network: renderNetwork, uptime: renderUptime, utilisation: renderUtilisation,
  sockets: renderSockets, processes: renderProcesses, packages: renderPackages, services: renderServices, history: renderHistory,
  containers: renderContainers, software: renderSoftware, certificates: renderCertificates,
  hardware: renderHardware, storage: renderStorage, mounts: renderMounts, 'network-detail': renderNetworkDetail, scheduled: renderScheduled, sessions: renderSessions, firewall: renderFirewall,
};
const NOT_LINUX: readonly SectionName[] = ['identity', 'os'];

/** What a probe asked for: read from the assignments at the head of the script on stdin. */
export interface ProbeRequest {
  readonly nonce: string;
  readonly sections: readonly SectionName[];
  readonly windowSeconds: number;
}

/** Reads the settings line of a probe script; undefined when the text is no such script. */
export function readProbeRequest(script: string): ProbeRequest | undefined {
  const nonce = /\bLF_NONCE='?([0-9A-Za-z]{8,64})'?/.exec(script)?.[1];
  if (nonce === undefined) return undefined;
  const asked = /\bLF_SECTIONS='([a-z -]{0,400})'/.exec(script)?.[1]?.split(' ');
  const windowSeconds = Number(/\bLF_WINDOW_SECONDS=(\d{1,4})/.exec(script)?.[1] ?? '2');
  return { nonce, sections: asked === undefined ? SECTION_NAMES : asked.filter(isSectionName), windowSeconds };
}

function isSectionName(name: string): name is SectionName {
  return SECTION_NAMES.some((known) => known === name);
}

/** The whole answer of a host, byte for byte as the probe script would print it there; see agents/probes/README.md. */
export function renderHost(view: HostView, { nonce, sections }: ProbeRequest): string {
  const { family } = view.server.os;
  const { uptimeSeconds } = uptimeOf(view.server, view.nowSeconds);
  const since = family === 'linux' ? uptimeSeconds : 0.4;
  const uptime = (passed: number): string => (family === 'aix' ? '0' : (since + passed).toFixed(2));
  const render = family === 'windows' ? RENDER_WINDOWS : RENDER;
  const spoken = family === 'aix' ? NOT_LINUX : family === 'windows' ? sections.filter((name) => RENDER_WINDOWS[name] !== undefined) : sections;
  const lines = [`@${nonce} BEGIN 1 ${uptime(0)} ${family === 'windows' ? 'user windows' : view.privilege}`];
  spoken.forEach((name, index) => {
    lines.push(`@${nonce} ${name} ${uptime(0.02 * (index + 1))}`);
    for (const line of render[name]?.(view) ?? []) lines.push(line);
  });
  lines.push(`@${nonce} END ${uptime(0.4 + view.windowSeconds)}`, '');
  return lines.join('\n');
}
