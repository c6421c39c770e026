import { z } from 'zod';
import { departmentIdSchema } from '../kernel/ids.ts';

export const nameSchema = z.string().trim().min(1).max(200);
export const noteSchema = z.string().max(4000);

/** 委办局 / 部门: one organisation of the city that owns systems. */
export const departmentSchema = z.object({
  id: departmentIdSchema,
  name: nameSchema,
  code: z.string().max(60).nullable(),
  sector: z.string().max(120).nullable(),
  contact: z.string().max(200).nullable(),
});
export type Department = z.infer<typeof departmentSchema>;
export const departmentDraftSchema = departmentSchema.omit({ id: true }).partial().required({ name: true });
export const departmentPatchSchema = departmentSchema.omit({ id: true }).partial();
