import { BlockList, isIP } from 'node:net';

/** `10.1.0.0/16` or `fd00::/8`, or a single address; undefined when the text is neither. */
export function parseCidr(text: string): { contains: (address: string) => boolean } | undefined {
  const [network = '', prefixText, ...rest] = text.trim().split('/');
  const family = isIP(network);
  if (family === 0 || rest.length > 0) return undefined;
  const longest = family === 4 ? 32 : 128;
  const prefix = prefixText === undefined ? longest : Number(prefixText);
  if (prefixText === '' || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) return undefined;
  const list = new BlockList();
  list.addSubnet(network, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return {
    contains: (address) => {
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}
