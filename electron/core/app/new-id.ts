import { randomBytes } from 'node:crypto';

/** Crockford's base32 in lower case: no i, l, o, u to misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 16 characters, 80 random bits. */
export function newRandomId(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte & 31)).join('');
}
