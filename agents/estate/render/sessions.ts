import type { HostView } from '../host-view.ts';

/** agents/probes/sessions: this contact, now and then an administrator; kdump failed where `services` says so. */
export function renderSessions({ server }: HostView): string[] {
  const remote = server.index % 9 === 0 ? 2 : 1;
  return [`session remote ${remote}`, `users ${remote}`, `accounts ${1 + (server.index % 4)}`, ...(server.os.systemd ? [`failed ${server.index % 11 === 0 ? 1 : 0}`] : [])];
}
