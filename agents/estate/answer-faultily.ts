import type { Socket } from 'node:net';
import type { Fault } from './city.ts';

/** What a wrong service says when something that is no browser connects. */
const HTTP_ANSWER = 'HTTP/1.1 400 Bad Request\r\nServer: nginx/1.20.1\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html><body><h1>400 Bad Request</h1></body></html>\r\n';

/** A client that waits for the greeting is reset all the same. */
const RESET_AFTER_MS = 2000;

/** Deals with the faults that show before SSH begins; false when SSH should go on. */
export function answerFaultily(fault: Fault | undefined, socket: Socket): boolean {
  switch (fault) {
    case 'reset': {
      const reset = (): void => { socket.resetAndDestroy(); };
      const timer = setTimeout(reset, RESET_AFTER_MS);
      socket.once('data', reset);
      socket.once('close', () => clearTimeout(timer));
      return true;
    }
    case 'silent':
      socket.resume();
      return true;
    case 'not-ssh':
      socket.end(HTTP_ANSWER);
      return true;
    default:
      return false;
  }
}
