import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCity } from '../../agents/estate/build-city.ts';
import { registerCsv } from '../../agents/estate/register-csv.ts';
import { startEstateThread } from '../../agents/estate/start-estate-thread.ts';

/** Serves a sample city from a process of its own, so that its CPU is not the scanner's: `estate-process.ts FOLDER SERVERS SEED`. Ends with its stdin. */
const [folder = '.', servers = '60', seed = '1'] = process.argv.slice(2);
const entry = new URL('../../out/node/estate-worker.js', import.meta.url);
const estate = await startEstateThread({ servers: Number(servers), seed: Number(seed), entry });
const field = (value: string | number | null): string => (value === null ? '' : `"${String(value).replace(/"/g, '""')}"`);
writeFileSync(join(folder, 'targets.csv'), ['host,port,user,name,department,system', ...estate.targets.map((target) => [target.host, target.port, target.user, target.name, target.departmentName, target.tag].map(field).join(','))].join('\n'));
writeFileSync(join(folder, 'targets.json'), JSON.stringify(estate.targets));
writeFileSync(join(folder, 'known_hosts'), estate.knownHostsText);
writeFileSync(join(folder, 'key'), estate.privateKey, { mode: 0o600 });
const { departmentsCsv, systemsCsv } = registerCsv(buildCity({ servers: Number(servers), seed: Number(seed) }));
writeFileSync(join(folder, 'departments.csv'), departmentsCsv);
writeFileSync(join(folder, 'systems.csv'), systemsCsv);
process.stdout.write('ready\n');
process.stdin.resume();
process.stdin.once('end', () => void estate.close().then(() => process.exit(0)));
