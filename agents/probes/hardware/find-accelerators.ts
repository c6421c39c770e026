import { MIB } from '../../../shared/kernel/quantities.ts';
import type { Accelerator, HardwareFacts } from '../../../shared/model/hardware-facts.ts';
import { defined } from '../key-values.ts';
import { readBytes } from '../read-number.ts';

type Pci = NonNullable<HardwareFacts['pci']>;

/** PCI vendor → maker. Display functions of board controllers (ASPEED, Matrox) and of hypervisors are no accelerators. */
const GPU_VENDORS = new Map<string, Accelerator['vendor']>([['10de', 'nvidia'], ['1002', 'amd'], ['8086', 'intel'], ['1d94', 'hygon'], ['cabc', 'cambricon'], ['19e5', 'ascend']]);
/** The board controllers' own VGA chip of Huawei (Hi1710 iBMC). */
const BOARD_DISPLAY = new Set(['19e5:1711']);
const NPU_VENDORS = new Set(['ascend', 'cambricon']);
const MOST = 64;

function fromPci(pci: Pci): Accelerator[] {
  return pci.flatMap(({ classCode, vendorId = '', deviceId = '', driver, count }) => {
    const display = classCode === '0300' || classCode === '0302' || classCode === '0380';
    const pciId = `${vendorId}:${deviceId}`;
    if (!display && classCode !== '1200' && classCode !== '0b40') return [];
    const vendor = GPU_VENDORS.get(vendorId);
    if (display && (vendor === undefined || BOARD_DISPLAY.has(pciId))) return [];
    // Intel's 0b40 functions are QuickAssist, not a processor to plan for.
    if (!display && vendor === 'intel' && classCode === '0b40') return [];
    return [{ kind: display && vendor !== undefined && !NPU_VENDORS.has(vendor) ? 'gpu' : 'npu', vendor: vendor ?? 'other', pciId, ...defined({ driver }), count } satisfies Accelerator];
  });
}

/** `nvidia Tesla T4, 15360, 470.82.01`: alike ones are counted. */
function fromNvidiaTool(lines: readonly string[]): Accelerator[] {
  const found = new Map<string, Accelerator>();
  for (const line of lines) {
    if (!line.startsWith('nvidia ')) continue;
    const [name = '', mebibytes, driver] = line.slice(7, 200).split(',').map((part) => part.trim());
    const before = found.get(line);
    if (name !== '') found.set(line, { kind: 'gpu', vendor: 'nvidia', name, ...defined({ memBytes: readBytes(mebibytes, MIB), driver: driver || undefined }), count: (before?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

/** `npu Product Name : 300T Pro`, once per card. */
function fromAscendTool(lines: readonly string[]): Accelerator[] {
  const cards = new Map<string, number>();
  for (const line of lines) {
    if (!line.startsWith('npu ')) continue;
    const [key = '', value = ''] = line.slice(4, 200).split(' : ').map((part) => part.trim());
    if (key === 'Product Name' && value !== '') cards.set(value, (cards.get(value) ?? 0) + 1);
  }
  return [...cards].map(([name, count]) => ({ kind: 'npu', vendor: 'ascend', name, count }));
}

/** What a maker's own tool says goes before the bare PCI function. */
export function findAccelerators(lines: readonly string[], pci: Pci): Accelerator[] {
  const named = [...fromNvidiaTool(lines), ...fromAscendTool(lines)];
  const makers = new Set(named.map(({ vendor }) => vendor));
  return [...named, ...fromPci(pci).filter(({ vendor }) => !makers.has(vendor))].slice(0, MOST);
}
