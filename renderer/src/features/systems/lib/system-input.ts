import type { InputOf } from '../../../../../shared/contract/contract.ts';
import type { SystemDraft } from './system-draft.ts';

type Changes = InputOf<'organisation.updateSystems'>['changes'];

/** The draft as the contract takes it: a department that is not chosen is left out, a name is trimmed. */
export function toSystemInput(draft: Partial<SystemDraft>): Changes {
  const { departmentId, name, ...rest } = draft;
  return { ...rest, ...(name === undefined ? {} : { name: name.trim() }), ...(departmentId === undefined || departmentId === null ? {} : { departmentId }) };
}
