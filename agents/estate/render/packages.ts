import type { HostView } from '../host-view.ts';
import { installedPackages } from '../installed-packages.ts';

/** agents/probes/packages: manager, then `name|version|architecture`. */
export function renderPackages({ server }: HostView): string[] {
  return [`manager ${server.os.packageFormat}`, ...installedPackages(server).map(({ name, version, architecture }) => `${name}|${version}|${architecture}`)];
}
