import { z } from 'zod';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';

const text = z.string().max(500);

/** Storage on another machine this one uses, or is set up to use: a dependency even while it is not mounted. */
export const remoteMountSchema = z.object({
  /** nfs, nfs4, cifs, fuse.glusterfs, ceph … */
  fsType: text,
  /** Machines that serve it, by name or address; none for an object store's bucket. */
  servers: z.array(text).max(16),
  /** Export, share, volume or bucket. */
  share: text,
  /** Absent where an automounter decides. */
  mountPoint: text.optional(),
  /** Mounted at the moment of the contact. */
  mounted: z.boolean(),
  /** Where it is set up: fstab, automounter maps, mount units of systemd. */
  configuredIn: z.array(z.enum(['fstab', 'automount', 'unit'])),
  /** False: the server did not answer within two seconds, so nothing was asked of it. Absent: it was not asked. */
  answering: z.boolean().optional(),
  sizeBytes: bytesSchema.optional(),
  usedBytes: bytesSchema.optional(),
  availableBytes: bytesSchema.optional(),
});

export const mountFactsSchema = z.object({
  remote: z.array(remoteMountSchema).max(400).optional(),
  /** What this machine lends over NFS (`clients` as its exports name them) and SMB. */
  exports: z.array(z.object({ protocol: z.enum(['nfs', 'smb']), name: text.optional(), path: text, clients: z.array(text).max(20) })).max(400).optional(),
  /** Of local file systems that count inodes. */
  inodes: z.array(z.object({ mountPoint: text, total: countSchema, used: countSchema })).max(200).optional(),
});
export type MountFacts = z.infer<typeof mountFactsSchema>;
export type RemoteMount = z.infer<typeof remoteMountSchema>;
