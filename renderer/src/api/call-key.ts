import { contract, isMethodName, type InputOf, type MethodName } from '../../../shared/contract/contract.ts';
import type { Topic } from '../../../shared/contract/events.ts';

/** The key of a query in the cache: method and input. */
export function callKey<Method extends MethodName>(method: Method, input: InputOf<Method>): readonly [Method, InputOf<Method>] {
  return [method, input];
}

/** Is the answer under this key about the open project (and not about the person, the shell or this machine)? */
export function speaksOfProject(key: readonly unknown[]): boolean {
  const method = key[0];
  return typeof method === 'string' && isMethodName(method) && contract[method].access !== 'open';
}

/** Does the answer under this key depend on one of the changed topics? */
export function dependsOn(key: readonly unknown[], changed: ReadonlySet<Topic>): boolean {
  const method = key[0];
  if (typeof method !== 'string' || !isMethodName(method)) return false;
  return contract[method].topics.some((topic: Topic) => changed.has(topic));
}
