import type { HostError, HostErrorCode } from '../../shared/model/scan.ts';

/** Why one host gave no session or no facts. The only error that leaves agents/ssh. */
export class HostFailure extends Error {
  readonly error: HostError;

  constructor(code: HostErrorCode, params: HostError['params'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'HostFailure';
    this.error = { code, params };
  }
}
