import type { z } from 'zod';
import type { ErrorCode } from '../kernel/error-codes.ts';
import type { Topic } from './events.ts';

export type Access = 'open' | 'project' | 'writable';

/**
 * One procedure of the API. `query` reads (and is read anew when one of `topics` changes), `command` changes `topics`,
 * `job` starts long work and answers `{ jobId }`. Input is strict: an unknown key is refused on every transport.
 */
export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command' | 'job';
  readonly input: Input;
  readonly output: Output;
  /** `open` needs no project, `project` an open one, `writable` one that this process may write. */
  readonly access: Access;
  readonly topics: readonly Topic[];
  /** Codes it may raise beside those of the dispatcher and of storage. */
  readonly raises: readonly ErrorCode[];
}

interface Spec<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  readonly access?: Access;
  readonly topics?: readonly Topic[];
  readonly raises?: readonly ErrorCode[];
}

function procedure<Input extends z.ZodType, Output extends z.ZodType>(kind: Procedure['kind'], access: Access, spec: Spec<Input, Output>): Procedure<Input, Output> {
  return { kind, input: spec.input, output: spec.output, access: spec.access ?? access, topics: spec.topics ?? [], raises: spec.raises ?? [] };
}

export const query = <Input extends z.ZodType, Output extends z.ZodType>(spec: Spec<Input, Output>) => procedure('query', 'project', spec);
export const command = <Input extends z.ZodType, Output extends z.ZodType>(spec: Spec<Input, Output>) => procedure('command', 'writable', spec);
export const job = <Input extends z.ZodType, Output extends z.ZodType>(spec: Spec<Input, Output>) => procedure('job', 'writable', spec);
