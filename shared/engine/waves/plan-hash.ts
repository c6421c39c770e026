import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plan, PlanProblem } from '../../model/plan.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 (hex) over the canonical problem; permuting any list of the problem does not change it. */
export function problemHashOf(problem: PlanProblem): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(problem))));
}

/** SHA-256 (hex) over the problem's hash and everything the plan says, its own hash excepted. */
export function planHashOf(plan: Omit<Plan, 'planHash'>): string {
  const { schema, problemHash, groups, waves, assignments, unassigned, violations, adoption, targets } = plan;
  const content = { schema, problemHash, groups, waves, assignments, unassigned, violations, adoption, targets };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}
