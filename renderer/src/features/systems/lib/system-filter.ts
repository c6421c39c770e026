/** The inventory's filter for the servers of a system; quotes in a name end the quoted words, so they are left out. */
export function systemFilter(name: string): string {
  return `system:"${name.replaceAll('"', ' ').trim()}"`;
}
