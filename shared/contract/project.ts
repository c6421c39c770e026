import { z } from 'zod';
import { fileTokenSchema } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { countSchema } from '../kernel/quantities.ts';
import { command, query } from './procedure.ts';
import { doneOutput, emptyInput, pageInput, pageOf } from './paging.ts';

export const projectStatusSchema = z.object({
  open: z.boolean(),
  name: z.string().nullable(),
  path: z.string().nullable(),
  mode: z.enum(['writable', 'read-only']).nullable(),
  /** Why it is read-only: another process (pid, since) or file permissions. */
  lockedBy: z.object({ pid: z.number(), host: z.string(), since: instantSchema }).nullable(),
  sample: z.boolean(),
  savedAt: instantSchema.nullable(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  counts: z.object({ departments: countSchema, systems: countSchema, servers: countSchema }),
});
export const recentProjectSchema = z.object({
  id: z.string(), name: z.string(), path: z.string(), exists: z.boolean(), sizeBytes: countSchema.nullable(), changedAt: instantSchema.nullable(), openedAt: instantSchema,
});
export const backupSchema = z.object({ id: z.string(), at: instantSchema, sizeBytes: countSchema, reason: z.enum(['daily', 'migration', 'bulk-edit', 'requested', 'before-restore']) });
export const auditEntrySchema = z.object({ seq: countSchema, at: instantSchema, by: z.string(), action: z.string(), summary: z.record(z.string(), z.unknown()), hash: z.string() });
export const verifySchema = z.object({ integrity: z.enum(['ok', 'damaged']), auditRows: countSchema, auditValid: z.boolean(), firstBrokenSeq: countSchema.nullable(), lastHash: z.string().nullable() });

const opened = z.object({ status: projectStatusSchema });
const projectRaises = ['project.not_found', 'project.not_a_project', 'project.newer_version', 'project.foreign_objects', 'project.damaged', 'project.locked', 'project.network_file_system', 'storage.permission_denied'] as const;

/** Opening, keeping and proving the one project file. */
export const projectContract = {
  'project.getStatus': query({ input: emptyInput, output: projectStatusSchema, access: 'open', topics: ['project', 'inventory', 'organisation'] }),
  'project.listRecent': query({ input: emptyInput, output: z.object({ projects: z.array(recentProjectSchema) }), access: 'open', topics: ['project'] }),
  /** Without `file` the project goes into the projects folder under a slug of its name. */
  'project.create': command({ input: z.strictObject({ name: z.string().trim().min(1).max(120), file: fileTokenSchema.optional() }), output: opened, access: 'open', topics: ['project'], raises: ['project.exists', ...projectRaises] }),
  'project.open': command({
    input: z.union([z.strictObject({ file: fileTokenSchema, takeOver: z.boolean().default(false) }), z.strictObject({ recentId: z.string().max(80), takeOver: z.boolean().default(false) })]),
    output: opened, access: 'open', topics: ['project'], raises: [...projectRaises],
  }),
  'project.close': command({ input: emptyInput, output: doneOutput, access: 'open', topics: ['project'] }),
  'project.forgetRecent': command({ input: z.strictObject({ recentId: z.string().max(80) }), output: doneOutput, access: 'open', topics: ['project'] }),
  'project.undo': command({ input: emptyInput, output: z.object({ undone: z.string() }), topics: ['project', 'inventory', 'organisation', 'profile', 'catalogue', 'plan', 'tracking'], raises: ['project.nothing_to_undo'] }),
  'project.redo': command({ input: emptyInput, output: z.object({ redone: z.string() }), topics: ['project', 'inventory', 'organisation', 'profile', 'catalogue', 'plan', 'tracking'], raises: ['project.nothing_to_undo'] }),
  'project.backUp': command({ input: emptyInput, output: z.object({ backup: backupSchema }), topics: ['project'], raises: ['storage.disk_full'] }),
  'project.listBackups': query({ input: emptyInput, output: z.object({ backups: z.array(backupSchema) }), topics: ['project'] }),
  'project.restoreBackup': command({ input: z.strictObject({ id: z.string().max(120) }), output: opened, topics: ['project', 'inventory', 'organisation', 'scan', 'profile', 'catalogue', 'plan', 'tracking'], raises: ['record.not_found', 'project.damaged'] }),
  /** For a file that is refused as `project.damaged`: it is kept beside (`damagedFile`) and its newest sound backup takes its place. A sound file is only opened; then both are null. */
  'project.recover': command({
    input: z.union([z.strictObject({ file: fileTokenSchema }), z.strictObject({ recentId: z.string().max(80) })]),
    output: opened.extend({ backup: backupSchema.nullable(), damagedFile: z.string().nullable() }),
    access: 'open', topics: ['project', 'inventory', 'organisation', 'scan', 'profile', 'catalogue', 'plan', 'tracking'], raises: ['record.not_found', ...projectRaises],
  }),
  'project.verify': query({ input: emptyInput, output: verifySchema }),
  'project.listAudit': query({ input: z.strictObject({ ...pageInput }), output: pageOf(auditEntrySchema), topics: ['project', 'inventory', 'organisation', 'scan', 'catalogue', 'plan', 'tracking'] }),
} as const;
