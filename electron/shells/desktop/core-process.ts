import { utilityProcess, type MessagePortMain } from 'electron';
import { AppError, errorFromPayload } from '../../../shared/kernel/app-error.ts';
import type { HostAnswer, HostRequest } from './host-messages.ts';

type Unnumbered = HostRequest extends infer Request ? (Request extends HostRequest ? Omit<Request, 'id'> : never) : never;

/** Main's end of the core host. */
export interface CoreProcess {
  ask(request: Unnumbered): Promise<string>;
  /** Hands one end of a channel to the core; the other end is the page's. */
  connect(port: MessagePortMain): void;
  onExit(listener: (code: number) => void): void;
}

export function startCoreProcess(modulePath: string): CoreProcess {
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'Landfall core' });
  const waiting = new Map<number, (answer: HostAnswer) => void>();
  let lastId = 0;
  let gone = false;
  child.on('message', (answer: HostAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.on('exit', () => {
    gone = true;
    for (const [id, settle] of waiting) settle({ id, ok: false, error: { code: 'request.disconnected', params: {} } });
    waiting.clear();
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new AppError('request.disconnected'));
        const id = (lastId += 1);
        waiting.set(id, (answer) => (answer.ok ? resolve(answer.value) : reject(errorFromPayload(answer.error))));
        child.postMessage({ ...request, id });
      }),
    connect: (port) => child.postMessage({ type: 'port' }, [port]),
    onExit: (listener) => void child.on('exit', listener),
  };
}
