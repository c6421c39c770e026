import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';

const text = z.string().max(255);
const texts = z.array(text).max(64);

/** How the network is put together on this machine, and which servers it is set up to be a client of. Never a password. */
export const networkSetupFactsSchema = z.object({
  bonds: z.array(z.object({ name: text, /** balance-rr, active-backup, 802.3ad … */ mode: text, activeMember: text.optional(), state: text, members: texts })).max(64).optional(),
  bridges: z.array(z.object({ name: text, members: texts })).max(200).optional(),
  vlans: z.array(z.object({ name: text, id: countSchema.max(4094).optional(), parent: text.optional() })).max(400).optional(),
  /** Default and gateway routes; `0.0.0.0/0` and `::/0` are the default ones. */
  routes: z.array(z.object({ destination: text, gateway: text, interface: text })).max(300).optional(),
  /** All IPv4 routes, counted up to 20,000. */
  routeCount: countSchema.optional(),
  /** Machines of the same network segments this one has just spoken to (IPv4). */
  neighbourCount: countSchema.optional(),
  /** The true servers, also where a local resolver stands before them. */
  dnsServers: texts.optional(),
  searchDomains: texts.optional(),
  timeServers: texts.optional(),
  /** True when systemd-timesyncd has reached its server; absent when another client keeps the time. */
  timeSynchronised: z.boolean().optional(),
  /** LDAP, Active Directory, FreeIPA and Kerberos servers this machine asks who a user is. */
  directory: z.object({
    servers: texts,
    domains: texts,
    /** Sources of accounts as nsswitch.conf lists them: files, sss, ldap, winbind … */
    accountSources: texts,
  }).optional(),
  proxies: z.array(z.object({ purpose: text, url: z.string().max(300) })).max(32).optional(),
  /** Addresses that move between machines: those of keepalived, and each /32 beside another address of its interface. */
  virtualAddresses: texts.optional(),
  /** Names /etc/hosts gives to addresses other than loopback. */
  hostEntries: z.array(z.object({ address: text, names: z.array(text).max(8) })).max(100).optional(),
});
export type NetworkSetupFacts = z.infer<typeof networkSetupFactsSchema>;
