/** What a host's root is made of: a Debian release with packages on top, or busybox alone. */
export type RigImage =
  | { readonly kind: 'debian'; readonly release: DebianRelease; readonly packages: readonly string[] }
  | { readonly kind: 'busybox' };

export type DebianRelease = 'bullseye' | 'bookworm' | 'trixie';

/** In every Debian image: what a server has that somebody administers over SSH. */
export const BASE_PACKAGES = ['openssh-server', 'iproute2', 'procps', 'sudo'] as const;
