import ssh2 from 'ssh2';
import { describe, expect, it } from 'vitest';
import { deriveHostKey } from './host-keys.ts';

describe('deriveHostKey', () => {
  it('is a key that ssh2 reads, with the public half it announces', () => {
    const { privateKey, publicBase64 } = deriveHostKey(7, 'gaj-s03-db01');
    const parsed = ssh2.utils.parseKey(privateKey);
    if (parsed instanceof Error) throw parsed;
    expect(parsed.type).toBe('ssh-ed25519');
    expect(parsed.getPublicSSH().toString('base64')).toBe(publicBase64);
    const data = Buffer.from('signed');
    expect(parsed.verify(data, parsed.sign(data))).toBe(true);
  });

  it('follows from seed and label alone', () => {
    expect(deriveHostKey(7, 'a')).toEqual(deriveHostKey(7, 'a'));
    expect(new Set([deriveHostKey(7, 'a'), deriveHostKey(7, 'b'), deriveHostKey(8, 'a')].map((key) => key.publicBase64)).size).toBe(3);
  });
});
