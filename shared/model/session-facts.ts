import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';

/** Counts only: who was logged in is nobody's business here. */
export const sessionFactsSchema = z.object({
  /** Sessions open at the moment of the contact, this contact included where the machine counts it. */
  remote: countSchema.optional(),
  local: countSchema.optional(),
  graphical: countSchema.optional(),
  other: countSchema.optional(),
  /** Different people behind them. */
  users: countSchema.optional(),
  /** Local accounts from uid 1000 up with a login shell. */
  loginAccounts: countSchema.optional(),
  /** Units of systemd in the state failed. */
  failedUnits: countSchema.optional(),
  /** An installed update waits for a restart. */
  restartRequired: z.boolean().optional(),
});
export type SessionFacts = z.infer<typeof sessionFactsSchema>;
