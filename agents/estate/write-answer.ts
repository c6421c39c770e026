import type { Socket } from 'node:net';
import type { ServerChannel } from 'ssh2';
import type { CityServer } from './city.ts';

/** What a command printed, and how it ended. */
export interface Reply { readonly stdout: string; readonly stderr: string; readonly exitCode: number }

/** Lines of a log that a broken profile script prints without end. */
const NOISE = 'Nov 23 08:00:00 cron[4711]: (root) CMD (/usr/local/bin/rotate-everything)\n'.repeat(400);

/** Sends a reply and ends the channel, or breaks off in the way the host's fault has it. */
export function writeAnswer(server: CityServer, reply: Reply, channel: ServerChannel, socket: Socket): void {
  if (channel.destroyed || socket.destroyed) return;
  if (server.fault === 'cut-output') {
    channel.write(reply.stdout.slice(0, Math.floor(reply.stdout.length / 2)), () => socket.destroy());
    return;
  }
  if (server.fault === 'endless-output') {
    channel.write(reply.stdout.slice(0, Math.floor(reply.stdout.length / 3)));
    writeForEver(channel);
    return;
  }
  if (reply.stderr !== '') channel.stderr.write(reply.stderr);
  channel.write(reply.stdout, () => {
    channel.exit(reply.exitCode);
    channel.end();
  });
}

/** Goes on as fast as the other side reads, until it hangs up. */
function writeForEver(channel: ServerChannel): void {
  if (channel.destroyed || !channel.writable) return;
  if (channel.write(NOISE)) setImmediate(() => writeForEver(channel));
  else channel.once('drain', () => writeForEver(channel));
}
