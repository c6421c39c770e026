import { formatEndpoint, parseEndpoint, type Endpoint } from './endpoint.ts';

/** OpenSSH sets no limit; each hop costs a handshake for its whole chain, and more than this is a mistake. */
const MAX_HOPS = 8;

/** Reads `user@a:22,b,c` as ProxyJump means it: the first is reached first. Undefined when one hop cannot be read. */
export function parseJumpChain(text: string): readonly Endpoint[] | undefined {
  const hops = text.split(',').map((part) => parseEndpoint(part.trim()));
  const readable = hops.flatMap((hop) => ('reason' in hop ? [] : [hop]));
  return readable.length === hops.length && hops.length <= MAX_HOPS ? readable : undefined;
}

/** How a chain is written so that `parseJumpChain` reads it again. */
export function formatJumpChain(hops: readonly Endpoint[]): string {
  return hops.map(formatEndpoint).join(',');
}
