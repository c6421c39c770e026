import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Estate } from '../../agents/estate/start-estate.ts';
import { startEstateThread } from '../../agents/estate/start-estate-thread.ts';
import { OUT } from './served-project.ts';

/** The smallest city of seed 7, answering over real SSH on loopback in a thread of this process. */
export function startSampleEstate(servers = 20): Promise<Estate> {
  return startEstateThread({ seed: 7, servers, entry: pathToFileURL(join(OUT, 'node/estate-worker.js')) });
}
