/** `field=column header` → both parts; undefined without an equals sign or a field. The header may hold further equals signs. */
export function parseColumnPair(text: string): readonly [string, string] | undefined {
  const at = text.indexOf('=');
  return at > 0 && at < text.length - 1 ? [text.slice(0, at).trim(), text.slice(at + 1).trim()] : undefined;
}
