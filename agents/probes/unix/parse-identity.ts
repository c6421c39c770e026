import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { defined, keyValues } from '../key-values.ts';
import { CommandBlocks, settings, words } from './command-blocks.ts';

/** `[[dd-]hh:]mm:ss` of ps → seconds. */
export function elapsedSeconds(text: string | undefined): number | undefined {
  const match = /^(?:(\d{1,5})-)?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

/** `collectedAt`: our instant of the contact, to tell how far the host's clock is off. */
export function parseUnixIdentity(lines: readonly string[], collectedAt: string): HostFacts['identity'] {
  const blocks = new CommandBlocks(lines);
  const values = keyValues(blocks.head);
  const hostname = values.get('hostname');
  if (hostname === undefined) return undefined;
  const clock = values.get('clock-utc') ?? '';
  const skew = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(clock) ? Math.round((Date.parse(clock) - Date.parse(collectedAt)) / 1000) : Number.NaN;
  const aixUuid = words(blocks.first('lsattr') ?? '')[1];
  const uuid = aixUuid ?? settings(blocks.of('sysctl kern.hostuuid'), ':').get('kern.hostuuid') ?? blocks.first('getconf MACHINE_IDENT');
  return {
    hostname: hostname.slice(0, 253),
    ...defined({ productUuid: uuid === undefined || uuid === '' ? undefined : uuid.slice(0, 100).toLowerCase(), clockSkewSeconds: Number.isFinite(skew) ? skew : undefined }),
  };
}

export function parseUnixUptime(lines: readonly string[]): HostFacts['uptime'] {
  const seconds = elapsedSeconds(new CommandBlocks(lines).first('ps'));
  return seconds === undefined ? undefined : { seconds };
}
