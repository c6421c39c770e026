export type { ChangeNote, ProjectDatabase, SqlValue } from './project-database.ts';
export type { FileCheck, OpenProject } from './open-project.ts';
export type { LockOwner } from './project-lock.ts';
export type { ProjectSchema, TableName } from './schema.ts';
export type { Restoration } from './undo-history.ts';
export { createProjectFile, openProjectFile } from './open-project-file.ts';
export { checkCopy, copyDatabase, syncFolder } from './copy-database.ts';
export { sqliteVersion } from './sqlite-handle.ts';
