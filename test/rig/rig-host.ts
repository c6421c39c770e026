import type { HostSpec } from './host-spec.ts';

/** A running host of the rig. */
export interface RigHost {
  readonly name: string;
  readonly spec: HostSpec;
  readonly address: string;
  readonly address6: string;
  readonly port: number;
  /** Its init as the test process sees it: for nsenter, strace and the like. */
  readonly initPid: number;
  /** The bridge's side of its eth0. */
  readonly interfaceName: string;
  /** A line of known_hosts with its true key. */
  readonly knownHostsLine: string;
  /**
   * Ground truth: runs a shell command as root inside the host's namespaces, without sshd. Rejects with what it wrote to
   * stderr when it fails.
   */
  readonly exec: (command: string) => Promise<string>;
  /** What its SSH server logged so far. */
  readonly log: () => Promise<string>;
  readonly link: (state: 'up' | 'down') => void;
}
