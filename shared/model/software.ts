import { z } from 'zod';
import { instantSchema } from '../kernel/calendar-date.ts';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';

/** What software, containers and certificates of one machine are told as. All lists are bounded: a host cannot grow a project without end. */

export const SOFTWARE_CATEGORIES = [
  'database', 'cache', 'queue', 'search', 'web', 'application-server', 'middleware', 'application', 'runtime', 'files', 'directory', 'mail',
  'platform', 'container', 'cluster', 'monitoring', 'backup', 'security', 'management', 'video',
] as const;
export const softwareCategorySchema = z.enum(SOFTWARE_CATEGORIES);
export type SoftwareCategory = z.infer<typeof softwareCategorySchema>;

const word = z.string().max(200);

/** One instance of a product that runs, or one product that is only installed. */
export const softwareItemSchema = z.object({
  /** Lower-case id of the rule, e.g. `postgresql`; `custom`: a program no rule knows that serves a port. */
  product: word,
  title: word,
  category: softwareCategorySchema,
  edition: word.optional(),
  /** As its makers count (15.14), without the packager's suffix. */
  version: word.optional(),
  state: z.enum(['running', 'installed']),
  /** 0..1: 0.9 program or main class, or package and running unit; 0.6 a rule not yet seen on a machine; 0.4 package alone; 0.2 port alone. */
  confidence: z.number().min(0).max(1),
  /** What gave it away: `program:postgres`, `main:kafka.Kafka`, `package:redis-server`, `unit:nginx`, `port:1521`. */
  evidence: z.array(word).max(12),
  /** What this instance is called here: a jar, a script, a database instance. */
  name: word.optional(),
  unit: word.optional(),
  user: word.optional(),
  /** First 12 digits of the id of the container it runs in. */
  containerId: word.optional(),
  /** Rising, without doubles. */
  ports: z.array(countSchema).max(64),
  /** Process id of the first of its processes, and how many there are with it. */
  pid: countSchema.optional(),
  processCount: countSchema,
  dataPaths: z.array(z.string().max(4000)).max(8),
  /** Size of what lies in `dataPaths`. */
  dataBytes: bytesSchema.optional(),
  /** True: the folder could not be measured, `dataBytes` is what is used on its whole file system. */
  dataBytesIsUpperBound: z.boolean().optional(),
});
export type SoftwareItem = z.infer<typeof softwareItemSchema>;

/** A group of machines this one belongs to: they move together or not at all. */
export const clusterMembershipSchema = z.object({
  /** Product id of what holds them together: `corosync`, `keepalived`, `elasticsearch`, `kubernetes`, `mysql` … */
  kind: word,
  name: word.optional(),
  /** The others, as addresses or names; empty when it is only known that there are some. */
  members: z.array(word).max(256),
  /** Addresses that wander between the members. */
  virtualAddresses: z.array(word).max(64),
  /** `configuration`, `connections` or `process`. */
  evidence: z.enum(['configuration', 'connections', 'process']),
});
export type ClusterMembership = z.infer<typeof clusterMembershipSchema>;

export const containerSchema = z.object({
  /** First 12 digits. */
  id: word,
  /** docker, containerd, cri-o, podman, lxc; `unknown` when only a control group shows it. */
  runtime: word,
  name: word.optional(),
  image: z.string().max(500).optional(),
  status: word.optional(),
  /** Its processes, by its control group; the numbers are those of this machine. */
  pids: z.array(countSchema).max(2000),
});
export const containerFactsSchema = z.object({
  /** Which processes belong to which systemd unit; names without `.service`. */
  units: z.array(z.object({ name: word, pids: z.array(countSchema).max(2000) })).max(1000),
  containers: z.array(containerSchema).max(1000),
  /** The machine is a node of such a cluster: it is planned with the cluster. */
  nodeOf: z.enum(['kubernetes', 'k3s']).optional(),
  /** Limits this machine itself lives in, when it is a container. */
  cpuLimitCores: z.number().positive().optional(),
  memLimitBytes: bytesSchema.optional(),
});
export type Container = z.infer<typeof containerSchema>;
export type ContainerFacts = z.infer<typeof containerFactsSchema>;

/** The first certificate of a file; only its public part is ever read. */
export const certificateSchema = z.object({
  path: z.string().max(4000),
  /** `folder`: found in a usual folder; else the server whose configuration names it. */
  namedBy: z.enum(['folder', 'nginx', 'apache']),
  notBefore: instantSchema.optional(),
  notAfter: instantSchema.optional(),
  /** RFC 2253. */
  subject: z.string().max(1000).optional(),
  issuer: z.string().max(1000).optional(),
  /** 64 lower-case hexadecimal digits. */
  sha256: z.string().max(64).optional(),
});
export type Certificate = z.infer<typeof certificateSchema>;
export const certificateFactsSchema = z.object({
  /** False: the host has no openssl, files are named but not read. */
  openssl: z.boolean(),
  certificates: z.array(certificateSchema).max(60),
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;
