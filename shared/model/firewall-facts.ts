import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';

const text = z.string().max(120);

/** Which packet filter is on and how much it holds; the rules themselves are never read off the machine. */
export const firewallFactsSchema = z.object({
  /** Those that are on; an empty list: it was asked, none is. */
  services: z.array(z.object({ name: text, state: z.enum(['active', 'enabled', 'disabled']) })).max(16).optional(),
  /** Root only. */
  chains: z.array(z.object({ tool: z.enum(['nft', 'iptables', 'ip6tables']), table: text, chain: text, /** accept, drop; absent where a chain has none. */ policy: text.optional(), rules: countSchema })).max(900).optional(),
  selinux: z.enum(['enforcing', 'permissive', 'disabled']).optional(),
  apparmor: z.boolean().optional(),
  /** AppArmor profiles in force or in complain mode; root only. */
  apparmorProfiles: countSchema.optional(),
});
export type FirewallFacts = z.infer<typeof firewallFactsSchema>;
