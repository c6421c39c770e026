import type { HostError } from '../../../../shared/model/scan.ts';

/** Why a run stopped itself to ask: hosts stopped answering in the middle, or none answers that did before. */
export type SilenceQuestion = 'answers-stopped' | 'nothing-answers';

/** Failures that look the same when this machine lost its way to the network. */
const SILENT: ReadonlySet<HostError['code']> = new Set(['UNREACHABLE', 'REFUSED', 'DNS_FAIL', 'RESET_BEFORE_BANNER', 'NO_BANNER', 'SOURCE_PENALISED']);
/** Failures in a row that are no coincidence, among machines that the list names one by one. */
export const LONGEST_SILENCE = 30;
/** A shorter list says too little. */
const SMALLEST_LIST = 10;

export function isSilent(error: HostError): boolean {
  return SILENT.has(error.code) || (error.code === 'CONNECTION_LOST' && error.params['phase'] === 'handshake');
}

/**
 * Notices when a whole estate falls silent at once: a lost VPN, a changed source address, an unplugged cable. Then nothing
 * may be told about the hosts; somebody has to look.
 */
export class SilenceWatch {
  readonly #limit: number;
  #answered = false;
  #silent = 0;
  #known = 0;

  /** `hosts`: how many the attempt is about. */
  constructor(hosts: number) {
    this.#limit = hosts < SMALLEST_LIST ? Infinity : Math.min(LONGEST_SILENCE, hosts);
  }

  answered(): void {
    this.#answered = true;
    this.#silent = 0;
    this.#known = 0;
  }

  /** `known`: the host was read by an earlier run. Returns the question once the silence is too long. */
  silent(known: boolean): SilenceQuestion | undefined {
    this.#silent += 1;
    if (known) this.#known += 1;
    if (this.#silent < this.#limit) return undefined;
    if (this.#answered) return 'answers-stopped';
    return this.#known * 2 >= this.#silent ? 'nothing-answers' : undefined;
  }
}
