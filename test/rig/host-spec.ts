import type { RigImage } from './rig-image.ts';

/** An account of a rig host. */
export interface RigUser {
  readonly name: string;
  readonly uid: number;
  /** Takes the rig's key. Default true. */
  readonly key?: boolean;
  readonly password?: string;
  /** The password must be changed at the next login. */
  readonly expired?: boolean;
  /** Default /bin/sh. */
  readonly shell?: string;
  /** Lines of sudoers for this account, without its name: `ALL=(root) NOPASSWD: ALL`. */
  readonly sudo?: string;
}

export interface RigFile { readonly path: string; readonly text: string; readonly mode?: number }

/** A host as the rig is to build it. */
export interface HostSpec {
  /** Its hostname; lower case, at most 8 characters. */
  readonly name: string;
  readonly image: RigImage;
  readonly users: readonly RigUser[];
  /** Default `sshd`; `dropbear` on the busybox image. */
  readonly server?: 'sshd' | 'dropbear';
  /** Type of its only host key. Default `ed25519`. */
  readonly hostKey?: 'ed25519' | 'rsa';
  /** Lines that come before Debian's own sshd_config. */
  readonly sshdConfig?: readonly string[];
  /** Files put over the image, owned by root. */
  readonly files?: readonly RigFile[];
  /** Commands that run as root in the host, one after the other, before its services. */
  readonly boot?: readonly string[];
  /** Shell commands that init keeps running, each the host's own service. */
  readonly services?: readonly string[];
  /** Commands with this machine's programs in the host's namespaces, before $ROOT is entered: its disks. $FOLDER keeps their images. */
  readonly beforeInit?: readonly string[];
  /** Ports that must listen before the rig counts as started, beside 22. */
  readonly ports?: readonly number[];
  /** A command in the host that succeeds once it is what it should be, tried again until then when all hosts are up. */
  readonly ready?: string;
}
