import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { defined, keyValues } from '../key-values.ts';
import { readCount } from '../read-number.ts';

/** `collectedAt`: our instant of the contact, to tell how far the host's clock is off. */
export function parseIdentity(lines: readonly string[], collectedAt: string): HostFacts['identity'] {
  const values = keyValues(lines);
  const hostname = values.get('hostname');
  if (hostname === undefined) return undefined;
  const [epoch, offset] = (values.get('clock') ?? '').split(' ');
  const seconds = readCount(epoch);
  const skew = seconds === undefined ? undefined : Math.round(seconds - Date.parse(collectedAt) / 1000);
  return {
    hostname: hostname.slice(0, 253),
    ...defined({
      fqdn: values.get('fqdn')?.slice(0, 253),
      machineId: values.get('machine-id')?.toLowerCase(),
      productUuid: values.get('product-uuid')?.toLowerCase(),
      bootId: values.get('boot-id'),
      clockSkewSeconds: skew !== undefined && Number.isFinite(skew) ? skew : undefined,
      timezoneOffset: offset !== undefined && /^[+-]\d{4}$/.test(offset) ? offset : undefined,
    }),
  };
}
