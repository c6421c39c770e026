import { startEstateThread } from '../../../../agents/estate/start-estate-thread.ts';
import type { ScanTarget } from '../../../../shared/model/scan.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { CoreContext } from '../../context/core-context.ts';
import { importKnownHosts, type RunCredential } from '../../scan/index.ts';
import { readSampleCity } from '../store.ts';

export interface SampleAccess {
  readonly places: ReadonlyMap<string, ScanTarget>;
  readonly credential: RunCredential;
}

/** Lets the embedded city of this project answer while `work` lasts. Throws `campaign.no_servers` where there is none. */
export async function withSampleCity<Result>(context: Pick<CoreContext, 'database' | 'userName' | 'now'>, entry: URL, work: (access: SampleAccess) => Promise<Result>): Promise<Result> {
  const database = context.database();
  const city = readSampleCity(database);
  if (!city) throw new AppError('campaign.no_servers', { filter: '' });
  const { servers, seed, serverOf } = city;
  const estate = await startEstateThread({ seed, servers, entry });
  try {
    importKnownHosts(database, estate.knownHostsText, { by: context.userName(), at: context.now().toISOString(), replaceTrusted: true });
    const places = new Map(estate.targets.flatMap((target) => {
      const serverId = target.name === null ? undefined : serverOf.get(target.name);
      return serverId === undefined ? [] : [[serverId, target] as const];
    }));
    return await work({ places, credential: { id: 'run', user: undefined, credential: { kind: 'key', privateKey: estate.privateKey } } });
  } finally {
    await estate.close();
  }
}
