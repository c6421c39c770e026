import { type HostView, hexOf } from '../host-view.ts';

/** agents/probes/os: uname, boot mode, release files as `path:line`. */
export function renderOs({ server }: HostView): string[] {
  const { os } = server;
  if (os.family === 'aix') return ['system AIX', 'kernel 2', `architecture 00${hexOf(server, 'aix', 8).toUpperCase()}00`, 'boot bios'];
  return [
    'system Linux', `kernel ${server.kernel}`, `architecture ${server.architecture}`,
    `boot ${server.architecture === 'aarch64' || server.kind === 'physical' ? 'uefi' : 'bios'}`,
    ...os.osRelease.map((line) => `/etc/os-release:${line}`),
    ...os.releaseFiles.map(([path, text]) => `${path}:${text}`),
  ];
}
