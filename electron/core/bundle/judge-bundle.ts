import type { BundleHeader, BundleSigner, QuarantineReason } from '../../../shared/model/bundle.ts';
import type { StoredBundle } from './store.ts';

export interface BundleQuestion {
  readonly header: BundleHeader;
  readonly signatureValid: boolean;
  readonly signer: BundleSigner | undefined;
  /** The bundle of the same id that is known already. */
  readonly known: StoredBundle | undefined;
  /** The latest instant of its contacts. */
  readonly latestAt: string;
  /** ISO instant. */
  readonly now: string;
}

/** Clocks of collectors may be off by a day, not by more. */
const MAX_AHEAD_MS = 24 * 3_600_000;

/** Why a bundle is not taken as it is; none: it is. */
export function judgeBundle({ header, signatureValid, signer, known, latestAt, now }: BundleQuestion): QuarantineReason[] {
  if (!signatureValid) return ['bad-signature'];
  const isAhead = (at: string): boolean => Date.parse(at) > Date.parse(now) + MAX_AHEAD_MS;
  return [
    ...(known !== undefined && known.bodySha256 !== header.bodySha256 ? (['replayed-id'] as const) : []),
    ...(known?.state === 'refused' ? (['refused'] as const) : []),
    ...(signer === undefined ? (['unknown-signer'] as const) : []),
    ...(signer !== undefined && signer.collector !== null && signer.collector !== header.collector ? (['other-collector'] as const) : []),
    ...(isAhead(header.createdAt) || (latestAt !== '' && isAhead(latestAt)) ? (['future-date'] as const) : []),
  ];
}
