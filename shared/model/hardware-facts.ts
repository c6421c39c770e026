import { z } from 'zod';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';

const text = z.string().max(200);
const hex4 = z.string().regex(/^[0-9a-f]{4}$/);

/** A graphics or neural processor, one entry for those that are alike. */
export const acceleratorSchema = z.object({
  kind: z.enum(['gpu', 'npu']),
  vendor: z.enum(['nvidia', 'amd', 'intel', 'ascend', 'cambricon', 'hygon', 'other']),
  /** As its own tool names it; absent when only the PCI function was seen. */
  name: text.optional(),
  /** PCI vendor and device, e.g. 10de:1eb8; absent when only the tool named it. */
  pciId: text.optional(),
  memBytes: bytesSchema.optional(),
  driver: text.optional(),
  count: countSchema,
});

/**
 * What the machine is built of. Maker, product and serial number of the machine as a whole stand in `virtualisation`,
 * sockets, cores and threads in `cpu`.
 */
export const hardwareFactsSchema = z.object({
  firmware: z.object({ vendor: text.optional(), version: text.optional(), date: text.optional() }).optional(),
  board: z.object({ vendor: text.optional(), name: text.optional(), serial: text.optional() }).optional(),
  /** SMBIOS chassis type by name; `other` for numbers without one here, as virtual machines have. */
  chassis: z.enum(['desktop', 'laptop', 'tower', 'rack', 'blade', 'all-in-one', 'other']).optional(),
  chassisSerial: text.optional(),
  /** Threads the kernel could take in without a restart, those running included. */
  threadsPossible: countSchema.optional(),
  threadsOnline: countSchema.optional(),
  /** Simultaneous multithreading is on. */
  smt: z.boolean().optional(),
  numaNodes: z.array(z.object({ node: countSchema, threads: countSchema, memBytes: bytesSchema })).max(256).optional(),
  /** Memory slots of the board, and the modules plugged in; root only. */
  memorySlots: countSchema.optional(),
  /** Most the board can take, as its firmware says. */
  memoryLimitBytes: bytesSchema.optional(),
  memoryModules: z.array(z.object({
    sizeBytes: bytesSchema, type: text.optional(), megatransfersPerSecond: countSchema.optional(), locator: text.optional(), vendor: text.optional(), partNumber: text.optional(),
  })).max(128).optional(),
  /** Functions on the PCI buses by class (`0200` Ethernet, `0300` VGA …), alike ones counted. */
  pci: z.array(z.object({ classCode: hex4, vendorId: hex4.optional(), deviceId: hex4.optional(), driver: text.optional(), count: countSchema })).max(200).optional(),
  /** Absent: nothing was read. An empty list: no such processor is on the PCI buses. */
  accelerators: z.array(acceleratorSchema).max(64).optional(),
});
export type HardwareFacts = z.infer<typeof hardwareFactsSchema>;
export type Accelerator = z.infer<typeof acceleratorSchema>;
