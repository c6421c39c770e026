import type { z } from 'zod';
import { assessmentContract } from './assessment.ts';
import { bundleContract } from './bundle.ts';
import { campaignContract } from './campaign.ts';
import { catalogueContract } from './catalogue.ts';
import { diagnosticsContract, settingsContract } from './settings.ts';
import { exportingContract } from './exporting.ts';
import { importingContract } from './importing.ts';
import { inventoryContract } from './inventory.ts';
import { jobContract } from './job.ts';
import { organisationContract } from './organisation.ts';
import { planContract } from './plan.ts';
import { projectContract } from './project.ts';
import { scanContract } from './scan.ts';
import { trackingContract } from './tracking.ts';
import { vaultContract } from './vault.ts';
import type { Procedure } from './procedure.ts';

/** THE api: every shell offers exactly these procedures. */
export const contract = {
  ...projectContract,
  ...jobContract,
  ...scanContract,
  ...vaultContract,
  ...campaignContract,
  ...bundleContract,
  ...inventoryContract,
  ...organisationContract,
  ...importingContract,
  ...catalogueContract,
  ...assessmentContract,
  ...planContract,
  ...trackingContract,
  ...exportingContract,
  ...settingsContract,
  ...diagnosticsContract,
} as const satisfies Record<string, Procedure>;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller writes (defaults may be left out). */
export type InputOf<Method extends MethodName> = z.input<Contract[Method]['input']>;
/** What a handler receives (defaults filled in). */
export type ParsedInputOf<Method extends MethodName> = z.output<Contract[Method]['input']>;
export type OutputOf<Method extends MethodName> = z.output<Contract[Method]['output']>;
/** What a handler returns (before the output schema's transforms). */
export type ReturnOf<Method extends MethodName> = z.input<Contract[Method]['output']>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}
