import { verifyProjectFile, type FileCheck } from '../../db/verify-project-file.ts';

/** The whole check of a project file, beside the connection that works on it; runs in a worker. */
export function verifyProjectTask({ path }: { readonly path: string }): FileCheck {
  return verifyProjectFile(path);
}
