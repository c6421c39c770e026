/** Puts text on the clipboard; works on plain http loopback, where the page counts as a secure context. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
