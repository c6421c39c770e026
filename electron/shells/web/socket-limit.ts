import type { Server, Socket } from 'node:net';

const DEFAULT_LIMIT = 256;

export interface SocketLimit {
  /** Between `begin` and `end` the socket is doing work for someone and is not dropped. */
  begin(socket: Socket): void;
  end(socket: Socket): void;
  count(): number;
}

/** When too many sockets are open, the one idle for longest goes: a flood of idle ones cannot lock the user out. */
export function limitSockets(server: Server, limit: number = DEFAULT_LIMIT): SocketLimit {
  const busy = new Map<Socket, number>();
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      busy.delete(socket);
    });
    if (open.size <= limit) return;
    for (const candidate of open) {
      if (busy.has(candidate)) continue;
      open.delete(candidate);
      candidate.destroy();
      return;
    }
  });
  return {
    begin: (socket) => void busy.set(socket, (busy.get(socket) ?? 0) + 1),
    end: (socket) => {
      const left = (busy.get(socket) ?? 1) - 1;
      if (left > 0) busy.set(socket, left);
      else busy.delete(socket);
      // An idle socket moves to the end of the queue.
      if (open.delete(socket)) open.add(socket);
    },
    count: () => open.size,
  };
}
