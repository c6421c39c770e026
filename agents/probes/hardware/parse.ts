import { KIB } from '../../../shared/kernel/quantities.ts';
import type { HardwareFacts } from '../../../shared/model/hardware-facts.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';
import { readField } from '../read-field.ts';
import { findAccelerators } from './find-accelerators.ts';

type Pci = NonNullable<HardwareFacts['pci']>[number];
type MemoryModule = NonNullable<HardwareFacts['memoryModules']>[number];

/** SMBIOS 3.7, table 17. */
const CHASSIS = new Map<string, NonNullable<HardwareFacts['chassis']>>([
  ['3', 'desktop'], ['4', 'desktop'], ['5', 'desktop'], ['6', 'tower'], ['7', 'tower'], ['8', 'laptop'], ['9', 'laptop'], ['10', 'laptop'], ['13', 'all-in-one'],
  ['14', 'laptop'], ['15', 'desktop'], ['17', 'tower'], ['23', 'rack'], ['25', 'blade'], ['28', 'blade'], ['29', 'blade'], ['31', 'laptop'], ['35', 'desktop'],
]);
const HEX = /^[0-9a-f]{4}$/;
const UNITS = new Map([['B', 1], ['kB', KIB], ['KB', KIB], ['MB', KIB ** 2], ['GB', KIB ** 3], ['TB', KIB ** 4]]);
/** What firmware writes where nobody filled it in. */
const UNFILLED = /^(to be filled.*|default string|not specified|not present|none|n\/a|0+|unknown|no dimm|null|x+|\.+)$/i;
const MOST_THREADS = 65_536;

function firmwareText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const value = text.trim().slice(0, 120);
  return value === '' || UNFILLED.test(value) ? undefined : value;
}

/** `0-3,8,10-11` → 7 */
function countCpus(list: string | undefined): number | undefined {
  let total = 0;
  for (const range of list?.slice(0, 4000).split(',') ?? []) {
    const [first, last = first] = range.split('-');
    const from = readCount(first);
    const to = readCount(last);
    if (from === undefined || to === undefined || to < from) return undefined;
    total += to - from + 1;
  }
  return total > 0 && total <= MOST_THREADS ? total : undefined;
}

function parsePci([, classCode = '', vendorId = '', deviceId = '', driver, count]: readonly string[]): Pci | undefined {
  const many = readCount(count);
  if (!HEX.test(classCode) || many === undefined) return undefined;
  return { classCode, ...defined({ vendorId: HEX.test(vendorId) ? vendorId : undefined, deviceId: HEX.test(deviceId) ? deviceId : undefined, driver: readField(driver) }), count: many };
}

/** `module 16384 MB DDR4 2933 P0_Node0_Channel0_Dimm0|Samsung|M393A2K40CB2` */
function parseModule(line: string): MemoryModule | undefined {
  const [, size, unit = '', type, speed, ...rest] = line.split(' ');
  const sizeBytes = readBytes(size, UNITS.get(unit) ?? Number.NaN);
  if (sizeBytes === undefined || sizeBytes === 0) return undefined;
  const [locator, vendor, partNumber] = rest.join(' ').split('|');
  const rate = readCount(speed);
  return { sizeBytes, ...defined({ type: firmwareText(type), megatransfersPerSecond: rate === 0 ? undefined : rate, locator: firmwareText(locator), vendor: firmwareText(vendor), partNumber: firmwareText(partNumber) }) };
}

function someOf<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

interface Lists { readonly pci: Pci[]; readonly modules: MemoryModule[]; readonly nodes: NonNullable<HardwareFacts['numaNodes']> }

/** Lists of entries; every other line is a key with its value, the first of a key counts. */
function sortLines(lines: readonly string[]): { readonly values: Map<string, string>; readonly lists: Lists } {
  const values = new Map<string, string>();
  const lists: Lists = { pci: [], modules: [], nodes: [] };
  for (const line of lines) {
    const cut = line.indexOf(' ');
    const word = cut < 0 ? line : line.slice(0, cut);
    if (word === 'pci') {
      const found = parsePci(line.split(' '));
      if (found && lists.pci.length < 200) lists.pci.push(found);
    } else if (word === 'module') {
      const found = parseModule(line);
      if (found && lists.modules.length < 128) lists.modules.push(found);
    } else if (word === 'node') {
      const [, node, cpus, kilobytes] = line.split(' ');
      const number = readCount(node);
      const memBytes = readBytes(kilobytes, KIB);
      if (number !== undefined && memBytes !== undefined && lists.nodes.length < 256) lists.nodes.push({ node: number, threads: countCpus(cpus) ?? 0, memBytes });
    } else if (!values.has(word)) values.set(word, line.slice(cut + 1));
  }
  return { values, lists };
}

/** `3 TB` → bytes */
function capacity(text: string | undefined): number | undefined {
  const [size, unit = ''] = text?.split(' ') ?? [];
  return readBytes(size, UNITS.get(unit) ?? Number.NaN);
}

export function parseHardware(lines: readonly string[]): HardwareFacts | undefined {
  const { values, lists: { pci, modules, nodes } } = sortLines(lines);
  const said = (key: string): string | undefined => firmwareText(values.get(key));
  const chassis = values.get('chassis-type');
  const smt = values.get('smt');
  const accelerators = findAccelerators(lines, pci);
  return someOf(defined({
    firmware: someOf(defined({ vendor: said('bios-vendor'), version: said('bios-version'), date: said('bios-date') })),
    board: someOf(defined({ vendor: said('board-vendor'), name: said('board-name'), serial: said('board-serial') })),
    chassis: chassis === undefined || chassis === '2' ? undefined : CHASSIS.get(chassis) ?? 'other',
    chassisSerial: said('chassis-serial'),
    threadsPossible: countCpus(values.get('cpus-possible')),
    threadsOnline: countCpus(values.get('cpus-online')),
    smt: smt === '0' || smt === '1' ? smt === '1' : undefined,
    numaNodes: nodes.length > 0 ? nodes : undefined,
    memorySlots: readCount(values.get('slots')),
    memoryLimitBytes: capacity(values.get('memory-limit')),
    memoryModules: modules.length > 0 ? modules : undefined,
    pci: pci.length > 0 ? pci : undefined,
    accelerators: pci.length > 0 || accelerators.length > 0 ? accelerators : undefined,
  }));
}
