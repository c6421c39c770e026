import type { z } from 'zod';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { scanContract } from '../../../shared/contract/scan.ts';
import { defaultPace } from './guard/pacer.ts';
import type { StoredRunOptions } from './run/store.ts';
import { formatJumpChain, parseJumpChain } from './targets/jump-chain.ts';

type AskedOptions = Pick<z.output<(typeof scanContract)['scan.start']['input']>, 'credential' | 'hostKeyPolicy' | 'concurrency' | 'handshakesPerSecond' | 'jump' | 'useSudo' | 'heldDepartments' | 'ignoreQuietHours'>;

/** The jump hosts of a run as they are stored. Throws `scan.target_invalid` when it cannot be read. */
export function readJump(jump: string | undefined): string | null {
  if (jump === undefined || jump.trim() === '') return null;
  const chain = parseJumpChain(jump);
  if (!chain) throw new AppError('scan.target_invalid', { target: jump.slice(0, 200), reason: 'jump' });
  return formatJumpChain(chain);
}

/** What of a request is stored with the run: everything but the secret. */
export function toStoredOptions(asked: AskedOptions): StoredRunOptions {
  return {
    hostKeyPolicy: asked.hostKeyPolicy,
    concurrency: asked.concurrency,
    handshakesPerSecond: asked.handshakesPerSecond ?? defaultPace(asked.concurrency),
    useSudo: asked.useSudo,
    jump: readJump(asked.jump),
    credentialKind: asked.credential.kind,
    heldDepartments: asked.heldDepartments,
    ignoreQuietHours: asked.ignoreQuietHours,
  };
}
