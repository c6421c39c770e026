import { writeSync } from 'node:fs';
import { debian, ROOT } from '../../rig/city-hosts.ts';
import { startRig } from '../../rig/start-rig.ts';

/** A rig in a process that the test kills. */
const rig = await startRig({ hosts: [{ name: 'lost-1', image: debian('bookworm'), users: [ROOT] }] });
writeSync(1, `${JSON.stringify({ initPid: rig.host('lost-1').initPid, interfaceName: rig.host('lost-1').interfaceName })}\n`);
setInterval(() => undefined, 1 << 30);
