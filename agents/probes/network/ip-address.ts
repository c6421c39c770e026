/** A dotted IPv4 address with each part 0..255, without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':').map((part) => (/^[0-9a-f]{1,4}$/i.test(part) ? Number.parseInt(part, 16) : -1));
  return groups.includes(-1) ? undefined : groups;
}

/** Eight groups → RFC 5952 text. */
function format(groups: readonly number[]): string {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    while (groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
    if (length > 0) start += length;
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return best.start < 0 ? hex(groups) : `${hex(groups.slice(0, best.start))}::${hex(groups.slice(best.start + best.length))}`;
}

/** One spelling per address (RFC 5952 for IPv6, zone dropped), or undefined when the text is no address. */
export function canonicalAddress(text: string): string | undefined {
  const plain = text.split('%')[0] ?? '';
  if (isIpv4(plain)) return plain;
  const halves = plain.split('::');
  if (!plain.includes(':') || halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? '');
  const tail = groupsOf(halves[1] ?? '');
  if (!head || !tail) return undefined;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 1 ? gap !== 0 : gap < 1) return undefined;
  return format([...head, ...Array.from({ length: gap }, () => 0), ...tail]);
}
