import { z } from 'zod';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';

const text = z.string().max(200);

/** Software RAID of /proc/mdstat. */
export const raidArraySchema = z.object({
  name: text,
  /** raid1, raid5, linear … */
  level: text.optional(),
  active: z.boolean(),
  /** Sizes and members as the kernel counts them: `wanted` in the array, `working` of them, `failed` and `spares` named. */
  sizeBytes: bytesSchema.optional(),
  members: z.array(text).max(64),
  wanted: countSchema.optional(),
  working: countSchema.optional(),
  failed: countSchema,
  spares: countSchema,
  /** recovery, resync, check, reshape … when one runs. */
  activity: text.optional(),
});

/** What lies under the block devices. Mapped volumes, encrypted ones and their parents stand in `blockDevices`. */
export const storageFactsSchema = z.object({
  raidArrays: z.array(raidArraySchema).max(64).optional(),
  multipath: z.array(z.object({ name: text, /** World-wide name of the logical unit: equal on two hosts, it is one shared disk. */ wwid: text, paths: countSchema, running: countSchema })).max(500).optional(),
  /** Adapters of class RAID, SAS, SATA and Fibre Channel. A RAID adapter hides its disks. */
  controllers: z.array(z.object({ kind: z.enum(['raid', 'sas', 'sata', 'fibre-channel']), pciId: text, driver: text.optional() })).max(64).optional(),
  fibreChannel: z.array(z.object({ host: text, portName: text, state: text, speed: text.optional() })).max(64).optional(),
  /** Ports of storage systems seen over Fibre Channel. */
  fibreChannelTargets: countSchema.optional(),
  /** Each is a dependency on the storage system at `address`. */
  iscsi: z.array(z.object({ target: text, address: text.optional(), port: countSchema.optional(), state: text })).max(200).optional(),
  swap: z.array(z.object({ source: text, kind: text, sizeBytes: bytesSchema, usedBytes: bytesSchema })).max(64).optional(),
  btrfs: z.array(z.object({ uuid: text, label: text.optional(), devices: countSchema })).max(64).optional(),
  zfs: z.array(z.object({ name: text, sizeBytes: bytesSchema.optional(), usedBytes: bytesSchema.optional(), freeBytes: bytesSchema.optional(), health: text.optional() })).max(64).optional(),
  /** LVM, root only. */
  volumeGroups: z.array(z.object({ name: text, sizeBytes: bytesSchema, freeBytes: bytesSchema, physicalVolumes: countSchema, logicalVolumes: countSchema })).max(200).optional(),
  physicalVolumes: z.array(z.object({ device: text, group: text.optional(), sizeBytes: bytesSchema, freeBytes: bytesSchema })).max(500).optional(),
  logicalVolumes: z.array(z.object({ name: text, group: text, sizeBytes: bytesSchema, /** linear, striped, thin, thin-pool, raid1 … */ kind: text, pool: text.optional() })).max(1000).optional(),
});
export type StorageFacts = z.infer<typeof storageFactsSchema>;
