import type { HostError, HostErrorCode } from '../../../../shared/model/scan.ts';

/** One thing that keeps one host from being read, or read in full, and that somebody other than the scanning person can mend. */
export interface FixItProblem {
  readonly serverId: string | null;
  readonly host: string;
  readonly port: number;
  readonly name: string | null;
  readonly jump: string | null;
  /** Null: the host is of no department. */
  readonly departmentName: string | null;
  readonly code: HostErrorCode;
  readonly params: HostError['params'];
  readonly contactedAt: string | null;
}

/** What a fix-it pack is made of; plain data, so a worker can take it. */
export interface FixItData {
  readonly projectName: string;
  /** The instant of the read. */
  readonly asOf: string;
  readonly problems: readonly FixItProblem[];
}
