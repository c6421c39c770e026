import { joined, knownRows, told, type MachineFacts, type MachineRow, type MachineWords } from './machine-row.ts';

export type HardwareKey = 'firmware' | 'board' | 'chassis' | 'threads' | 'smt' | 'numa' | 'modules' | 'slots' | 'accelerators';
type Hardware = NonNullable<MachineFacts['hardware']>;

/** Modules that are alike are one text: `12 × 32 GiB DDR4 2933 MT/s Samsung`. */
function moduleTexts(modules: Hardware['memoryModules'], words: MachineWords): string[] {
  const alike = new Map<string, number>();
  for (const { sizeBytes, type, megatransfersPerSecond, vendor } of modules ?? []) {
    const text = joined(words.bytes(sizeBytes), type, told(megatransfersPerSecond, (rate) => `${String(rate)} MT/s`), vendor);
    alike.set(text, (alike.get(text) ?? 0) + 1);
  }
  return [...alike].map(([text, count]) => `${words.count(count)} × ${text}`);
}

function acceleratorText({ count, name, vendor, pciId, memBytes, driver }: NonNullable<Hardware['accelerators']>[number], words: MachineWords): string {
  return joined(`${words.count(count)} ×`, name ?? joined(vendor, pciId), told(memBytes, words.bytes), told(driver, (text) => `(${text})`));
}

function threadTexts({ threadsOnline, threadsPossible }: Hardware, words: MachineWords): (string | undefined)[] {
  const addable = threadsOnline !== undefined && threadsPossible !== undefined ? threadsPossible - threadsOnline : 0;
  return [told(threadsOnline, words.count), addable > 0 ? words.addable(addable) : undefined];
}

export function hardwareRows(hardware: Hardware | undefined, words: MachineWords): MachineRow<HardwareKey>[] {
  if (hardware === undefined) return [];
  const { firmware, board } = hardware;
  return knownRows<HardwareKey>([
    ['firmware', [joined(firmware?.vendor, firmware?.version, told(firmware?.date, (date) => `(${date})`))]],
    ['board', [joined(board?.vendor, board?.name), told(board?.serial, words.serial)]],
    ['chassis', [told(hardware.chassis, words.chassis), told(hardware.chassisSerial, words.serial)]],
    ['threads', threadTexts(hardware, words)],
    ['smt', [told(hardware.smt, words.yesNo)]],
    ['numa', hardware.numaNodes?.map(({ node, threads, memBytes }) => `${String(node)}: ${words.count(threads)} × CPU, ${words.bytes(memBytes)}`)],
    ['modules', moduleTexts(hardware.memoryModules, words)],
    ['slots', [told(hardware.memorySlots, (slots) => words.slots(hardware.memoryModules?.length ?? 0, slots)), told(hardware.memoryLimitBytes, (limit) => words.atMost(words.bytes(limit)))]],
    ['accelerators', hardware.accelerators?.map((accelerator) => acceleratorText(accelerator, words))],
  ]);
}
