import { z } from 'zod';
import { fileTokenSchema } from '../kernel/ids.ts';
import { catalogueSchema, sizingPolicySchema } from '../model/catalogue.ts';
import { command, query } from './procedure.ts';
import { emptyInput } from './paging.ts';

/** What the government cloud offers and how sizes are chosen from it. */
export const catalogueContract = {
  'catalogue.get': query({ input: emptyInput, output: z.object({ catalogue: catalogueSchema, policy: sizingPolicySchema, sample: z.boolean() }), topics: ['catalogue'] }),
  'catalogue.import': command({ input: z.strictObject({ file: fileTokenSchema }), output: z.object({ catalogue: catalogueSchema }), topics: ['catalogue', 'profile', 'plan', 'project'], raises: ['catalogue.invalid', 'file.unknown_token', 'import.unknown_format'] }),
  'catalogue.useSample': command({ input: emptyInput, output: z.object({ catalogue: catalogueSchema }), topics: ['catalogue', 'profile', 'plan', 'project'] }),
  'catalogue.savePolicy': command({ input: z.strictObject({ policy: sizingPolicySchema.strict() }), output: z.object({ policy: sizingPolicySchema }), topics: ['catalogue', 'profile', 'plan', 'project'] }),
} as const;
