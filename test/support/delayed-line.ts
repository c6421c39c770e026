import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line on loopback to a server, on which every byte takes its time. */
export interface DelayedLine {
  readonly port: number;
  /** How often the client waited for an answer before it said more. */
  readonly turns: () => number;
  readonly close: () => void;
}

/** Each piece arrives `oneWayMs` later, in order; an end too. */
function carry(from: Socket, to: Socket, oneWayMs: number, onArrival: () => void): void {
  const later = (act: () => void): void => void setTimeout(() => { if (!to.destroyed) act(); }, oneWayMs);
  from.on('data', (chunk: Buffer) => later(() => { onArrival(); to.write(chunk); }));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', () => later(() => to.destroy()));
}

export async function startDelayedLine(server: { readonly host: string; readonly port: number }, oneWayMs: number): Promise<DelayedLine> {
  const sockets = new Set<Socket>();
  let turns = 0;
  const line = createServer((near) => {
    const far = connect(server);
    let waited = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
    }
    near.on('data', () => {
      if (waited) turns += 1;
      waited = false;
    });
    carry(near, far, oneWayMs, () => undefined);
    carry(far, near, oneWayMs, () => { waited = true; });
  });
  await new Promise<void>((resolve) => { line.listen(0, '127.0.0.1', resolve); });
  return { port: (line.address() as AddressInfo).port, turns: () => turns, close: () => { line.close(); for (const socket of sockets) socket.destroy(); } };
}
