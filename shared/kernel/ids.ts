import { z } from 'zod';

declare const brand: unique symbol;

/** A string that names one thing of one kind; ids of different kinds cannot be mixed up by the compiler. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** Ids are made by `makeId` in the core, or derived from stable input by the sample estate. */
function idSchema<Kind extends string>() {
  return z
    .string()
    .min(1)
    .max(120)
    .regex(/^[A-Za-z0-9._:@-]+$/)
    .transform((value) => value as Id<Kind>);
}

export const serverIdSchema = idSchema<'server'>();
export const systemIdSchema = idSchema<'system'>();
export const departmentIdSchema = idSchema<'department'>();
export const evidenceIdSchema = idSchema<'evidence'>();
export const scanRunIdSchema = idSchema<'scan-run'>();
export const scanTargetIdSchema = idSchema<'scan-target'>();
export const jobIdSchema = idSchema<'job'>();
export const campaignIdSchema = idSchema<'campaign'>();
export const planIdSchema = idSchema<'plan'>();
export const credentialIdSchema = idSchema<'credential'>();
export const fileTokenSchema = idSchema<'file-token'>();

export type ServerId = Id<'server'>;
export type SystemId = Id<'system'>;
export type DepartmentId = Id<'department'>;
export type EvidenceId = Id<'evidence'>;
export type ScanRunId = Id<'scan-run'>;
export type ScanTargetId = Id<'scan-target'>;
export type JobId = Id<'job'>;
export type CampaignId = Id<'campaign'>;
export type PlanId = Id<'plan'>;
export type CredentialId = Id<'credential'>;
/** Stands for a file the shell may read or write; the contract never carries a path chosen by a web page. */
export type FileToken = Id<'file-token'>;
