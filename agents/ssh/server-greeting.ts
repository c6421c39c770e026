/** The lists of a server's KEXINIT packet, sent in clear right after its identification (RFC 4253 §7.1). */
export interface ServerOffer {
  readonly kex: readonly string[];
  readonly hostKey: readonly string[];
  readonly cipher: readonly string[];
  readonly mac: readonly string[];
}

const KEEP_BYTES = 16_384;
const MSG_KEXINIT = 20;
const COOKIE_BYTES = 16;

/** Listens along while ssh2 reads, and remembers the first bytes, so that a failure can be explained by what was said. */
export class ServerGreeting {
  #chunks: Buffer[] = [];
  #bytes = 0;

  push(chunk: Buffer): void {
    if (this.#bytes >= KEEP_BYTES) return;
    const kept = chunk.subarray(0, KEEP_BYTES - this.#bytes);
    this.#chunks.push(kept);
    this.#bytes += kept.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  #all(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }

  /** The text before the identification, or all there is without one; control characters are blanked. */
  text(): string {
    return Array.from(this.#all().subarray(0, 400).toString('latin1'), (char) => (char >= ' ' && char <= '~' ? char : ' ')).join('').trim();
  }

  /** Share of the first bytes that are printable text: tells a wrong service from noise. */
  isText(): boolean {
    const head = this.#all().subarray(0, 400);
    const printable = head.reduce((count, byte) => count + (byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127) ? 1 : 0), 0);
    return head.length > 0 && printable / head.length > 0.9;
  }

  /** `SSH-2.0-…` without its line end, once the whole line has arrived. */
  ident(): string | undefined {
    const found = this.#identLine();
    return found && this.#all().subarray(found.start, found.end).toString('latin1').replace(/\r$/, '');
  }

  #identLine(): { start: number; end: number } | undefined {
    const all = this.#all();
    let start = 0;
    while (start < all.length) {
      const end = all.indexOf(10, start);
      if (end < 0) return undefined;
      if (all.subarray(start, start + 4).toString('latin1') === 'SSH-') return { start, end };
      start = end + 1;
    }
    return undefined;
  }

  /** What the server offered, when its KEXINIT was seen whole. */
  offer(): ServerOffer | undefined {
    const line = this.#identLine();
    if (!line) return undefined;
    const packet = this.#all().subarray(line.end + 1);
    if (packet.length < 6 || packet[5] !== MSG_KEXINIT) return undefined;
    const end = Math.min(packet.length, 4 + packet.readUInt32BE(0));
    const lists: string[][] = [];
    let at = 6 + COOKIE_BYTES;
    while (lists.length < 6 && at + 4 <= end) {
      const length = packet.readUInt32BE(at);
      if (at + 4 + length > end) return undefined;
      lists.push(packet.subarray(at + 4, at + 4 + length).toString('latin1').split(','));
      at += 4 + length;
    }
    const [kex, hostKey, cipher, , mac] = lists;
    return kex && hostKey && cipher && mac ? { kex, hostKey, cipher, mac } : undefined;
  }
}
