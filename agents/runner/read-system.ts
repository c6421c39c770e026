import { setTimeout as wait } from 'node:timers/promises';
import si, { type Systeminformation } from 'systeminformation';

/** Answers of systeminformation; a call that failed or took too long is absent. */
export interface SystemAnswers {
  os?: Systeminformation.OsData;
  uuid?: Systeminformation.UuidData;
  system?: Systeminformation.SystemData;
  cpu?: Systeminformation.CpuData;
  memory?: Systeminformation.MemData;
  disks?: Systeminformation.BlockDevicesData[];
  filesystems?: Systeminformation.FsSizeData[];
  nics?: Systeminformation.NetworkInterfacesData[];
  time?: Systeminformation.TimeData;
  load?: Systeminformation.CurrentLoadData;
  diskRates?: Systeminformation.FsStatsData;
  diskOps?: Systeminformation.DisksIoData;
  nicRates?: Systeminformation.NetworkStatsData[];
  connections?: Systeminformation.NetworkConnectionsData[];
  processes?: Systeminformation.ProcessesData;
  services?: Systeminformation.ServicesData[];
}

const CALL_MS = 20_000;
/** Rates are what happened since the last call, so that these are asked twice this far apart. */
const WINDOW_MS = 2000;

async function bounded<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  const stop = new AbortController();
  const late = wait(CALL_MS, undefined, { signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal }).catch(() => undefined);
  try {
    return await Promise.race([call(), late]);
  } catch {
    // The library rejects with the words of the tool it started; absent is all there is to say.
    return undefined;
  } finally {
    stop.abort();
  }
}

async function readRates(signal: AbortSignal | undefined): Promise<Pick<SystemAnswers, 'load' | 'diskRates' | 'diskOps' | 'nicRates'>> {
  const ask = async () => ({
    load: await bounded(() => si.currentLoad(), signal),
    diskRates: await bounded(() => si.fsStats(), signal),
    diskOps: await bounded(() => si.disksIO(), signal),
    nicRates: await bounded(() => si.networkStats('*'), signal),
  });
  await ask();
  await wait(WINDOW_MS, undefined, signal ? { signal } : {});
  return present(await ask());
}

function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== null)) as { [K in keyof T]?: Exclude<T[K], undefined | null> };
}

const list = <T>(value: T | T[] | undefined): T[] | undefined => (value === undefined ? undefined : Array.isArray(value) ? value : [value]);

/** One call after the other: they start programs, and a laptop has few cores. */
export async function readSystem(signal?: AbortSignal): Promise<SystemAnswers> {
  return present({
    os: await bounded(() => si.osInfo(), signal),
    uuid: await bounded(() => si.uuid(), signal),
    system: await bounded(() => si.system(), signal),
    cpu: await bounded(() => si.cpu(), signal),
    memory: await bounded(() => si.mem(), signal),
    disks: await bounded(() => si.blockDevices(), signal),
    filesystems: await bounded(() => si.fsSize(), signal),
    nics: list(await bounded(() => si.networkInterfaces(), signal)),
    time: await bounded(async () => si.time(), signal),
    ...(await readRates(signal)),
    connections: await bounded(() => si.networkConnections(), signal),
    processes: await bounded(() => si.processes(), signal),
    services: await bounded(() => si.services('*'), signal),
  });
}
