import type { z } from 'zod';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import { contract, isMethodName, type MethodName } from '../../../shared/contract/contract.ts';
import type { Procedure } from '../../../shared/contract/procedure.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { CallInfo } from '../ports/handlers-of.ts';

export interface DispatcherOptions {
  readonly context: Pick<CoreContext, 'log' | 'changed' | 'newId'>;
  /** By method; their types were checked where they were merged. */
  readonly handlers: Readonly<Record<MethodName, (input: never, call: CallInfo) => unknown>>;
  /** Throws when the open project does not allow this kind of access. */
  readonly checkAccess: (access: Procedure['access']) => void;
  /** Parse results too (tests and development); a mismatch is a fault of ours. */
  readonly checkOutput: boolean;
}

const NEVER: CancelSignal = new AbortController().signal;
const SLOW_CALL_MS = 200;

function inputError(error: z.ZodError): AppError {
  const fields = error.issues.slice(0, 20).map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.')));
  const reasons = error.issues.slice(0, 20).map((issue) => (issue.code === 'custom' ? issue.message : issue.code));
  return new AppError('request.invalid_input', { fields, reasons });
}

/** validate -> authorise -> run -> map errors; the same for every shell. */
export function createDispatcher(options: DispatcherOptions): (method: string, input: unknown, call?: { signal?: CancelSignal }) => Promise<unknown> {
  const { context } = options;
  const mapError = (method: string, error: unknown, signal: CancelSignal): AppError => {
    if (error instanceof AppError && error.code !== 'internal') return error;
    if (signal.aborted) return new AppError('request.cancelled');
    const ref = context.newId();
    context.log.error('call.failed', { method, ref, error });
    return new AppError('internal', { ref }, { cause: error });
  };
  const run = async (method: MethodName, input: unknown, signal: CancelSignal) => {
    const procedure: Procedure = contract[method];
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) throw inputError(parsed.error);
    options.checkAccess(procedure.access);
    if (signal.aborted) throw new AppError('request.cancelled');
    const handler = options.handlers[method] as (input: unknown, call: CallInfo) => unknown;
    const output = await handler(parsed.data, { signal });
    if (procedure.kind !== 'query') context.changed(...procedure.topics);
    return options.checkOutput ? procedure.output.parse(output) : output;
  };
  return async (method, input, call) => {
    const signal = call?.signal ?? NEVER;
    if (!isMethodName(method)) throw new AppError('request.unknown_method', { method: method.slice(0, 80) });
    const startedAt = performance.now();
    try {
      return await run(method, input, signal);
    } catch (error) {
      throw mapError(method, error, signal);
    } finally {
      const durationMs = Math.round(performance.now() - startedAt);
      if (durationMs > SLOW_CALL_MS) context.log.warn('call.slow', { method, durationMs });
    }
  };
}
