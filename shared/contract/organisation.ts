import { z } from 'zod';
import { departmentIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { departmentDraftSchema, departmentPatchSchema, departmentSchema } from '../model/department.ts';
import { linkRuleSchema, systemDraftSchema, systemPatchSchema, systemSummarySchema } from '../model/service-system.ts';
import { command, query } from './procedure.ts';
import { doneOutput, emptyInput, pageInput, pageOf } from './paging.ts';

const departmentSummarySchema = departmentSchema.extend({ systemCount: countSchema, serverCount: countSchema });
const sortSchema = z.array(z.strictObject({ field: z.string().max(60), descending: z.boolean() })).max(3).default([]);

/** The register of departments and service systems, and how servers come to belong to systems. */
export const organisationContract = {
  'organisation.listDepartments': query({ input: z.strictObject({ text: z.string().max(200).default(''), ...pageInput }), output: pageOf(departmentSummarySchema), topics: ['organisation', 'inventory'] }),
  'organisation.createDepartment': command({ input: departmentDraftSchema.strict(), output: z.object({ department: departmentSchema }), topics: ['organisation', 'project'], raises: ['record.duplicate_name'] }),
  'organisation.updateDepartment': command({ input: z.strictObject({ id: departmentIdSchema, changes: departmentPatchSchema.strict() }), output: z.object({ department: departmentSchema }), topics: ['organisation', 'project'], raises: ['record.not_found', 'record.duplicate_name'] }),
  'organisation.deleteDepartment': command({ input: z.strictObject({ id: departmentIdSchema }), output: doneOutput, topics: ['organisation', 'project'], raises: ['record.not_found', 'record.in_use'] }),
  'organisation.listSystems': query({ input: z.strictObject({ text: z.string().max(200).default(''), departmentId: departmentIdSchema.optional(), sort: sortSchema, ...pageInput }), output: pageOf(systemSummarySchema), topics: ['organisation', 'inventory'] }),
  'organisation.getSystem': query({ input: z.strictObject({ systemId: systemIdSchema }), output: z.object({ system: systemSummarySchema }), topics: ['organisation', 'inventory'], raises: ['record.not_found'] }),
  'organisation.createSystem': command({ input: systemDraftSchema.strict(), output: z.object({ system: systemSummarySchema }), topics: ['organisation', 'project'], raises: ['record.duplicate_name', 'record.not_found'] }),
  'organisation.updateSystems': command({ input: z.strictObject({ ids: z.array(systemIdSchema).min(1).max(5000), changes: systemPatchSchema.strict() }), output: z.object({ changed: countSchema }), topics: ['organisation', 'project', 'plan'], raises: ['record.not_found', 'record.duplicate_name'] }),
  'organisation.deleteSystem': command({ input: z.strictObject({ id: systemIdSchema }), output: doneOutput, topics: ['organisation', 'inventory', 'project'], raises: ['record.not_found', 'record.in_use'] }),
  'organisation.listLinkRules': query({ input: emptyInput, output: z.object({ rules: z.array(linkRuleSchema) }), topics: ['organisation'] }),
  'organisation.saveLinkRules': command({ input: z.strictObject({ rules: z.array(linkRuleSchema).max(5000) }), output: z.object({ linked: countSchema }), topics: ['organisation', 'inventory', 'project'], raises: ['record.not_found'] }),
} as const;
