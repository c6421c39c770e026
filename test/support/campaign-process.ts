import { readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCore } from '../../electron/core/app/index.ts';
import type { CampaignId } from '../../shared/kernel/ids.ts';
import { fastClock, fastPace } from './fast-clock.ts';

/** What the parent process wants worked off; given as JSON in the file named by the first argument. */
export interface CampaignOrder {
  readonly project: string;
  readonly campaignId: CampaignId;
  readonly keyFile: string;
  readonly startsAt: string;
  readonly realStartMs: number;
  readonly speed: number;
  readonly storeEveryMs: number;
}

/** Works off what is due of a campaign in a process of its own, so that tests can kill it. Tells the campaign whenever it changed. */
const order = JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as CampaignOrder;
const core = createCore({ shell: 'cli', dataDir: dirname(order.project), checkOutput: true, now: fastClock(order.startsAt, order.realStartMs, order.speed), dwellPace: fastPace(order.speed, order.storeEveryMs) });
await core.call('project.open', { file: core.files.register(order.project, 'read') });
const tell = async (): Promise<void> => {
  const { campaign } = await core.call('campaign.get', { campaignId: order.campaignId });
  writeSync(1, `${JSON.stringify(campaign)}\n`);
};
const ended = Promise.withResolvers<void>();
core.subscribe((event) => {
  if (event.topic === 'job.progressed' && event.payload.kind === 'campaign' && ['succeeded', 'failed'].includes(event.payload.state)) ended.resolve();
});
const watch = setInterval(() => void tell(), 100);
await core.call('campaign.run', { campaignId: order.campaignId, credential: { kind: 'key-file', file: core.files.register(order.keyFile, 'read') } });
await ended.promise;
clearInterval(watch);
await tell();
await core.close();
