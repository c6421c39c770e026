import type { CityServer } from './city.ts';
import { BASE_DEBS, BASE_RPMS, RELEASE_PACKAGES } from './data/base-packages.ts';
import { softwareByKey } from './data/role-software.ts';

export interface InstalledPackage { readonly name: string; readonly version: string; readonly architecture: string }

/** What the package manager of a machine lists: a plain installation, the release's own versions, the tier's software. */
export function installedPackages(server: CityServer): InstalledPackage[] {
  const { os } = server;
  const rpm = os.packageFormat === 'rpm';
  const release = RELEASE_PACKAGES.get(os.key);
  const tag = release === undefined ? '' : rpm ? `.${release.tag}` : `+${release.tag}`;
  const software = softwareByKey(server.software);
  const kernel = rpm ? ['kernel', server.kernel.replace(`.${server.architecture}`, '')] as const : [`linux-image-${server.kernel}`, server.kernel.split('-').slice(0, 2).join('.')] as const;
  const history = server.history === undefined ? [] : [['sysstat', rpm ? '10.1.5-20' : '12.5.2-2'] as const];
  const tagged = [...(rpm ? BASE_RPMS : BASE_DEBS), ...(release?.versions ?? []), ...history].map(([name, version]) => [name, `${version}${tag}`] as const);
  const architecture = rpm ? server.architecture : server.architecture === 'aarch64' ? 'arm64' : 'amd64';
  return [...tagged, kernel, ...(rpm ? software.rpm : software.dpkg)].map(([name, version]) => ({ name, version, architecture }));
}
