/** The vault of a project lies beside it and is no part of it: no export, backup or copy of the project takes it along. */
export function vaultPath(projectPath: string): string {
  return `${projectPath.replace(/\.landfall$/i, '')}.lfvault`;
}
