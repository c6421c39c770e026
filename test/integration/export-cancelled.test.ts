import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startCoreWithProject } from '../support/core-fixture.ts';
import { untilJob } from '../support/scan-fixture.ts';

const SERVERS = 6000;

test.each(['gather', 'write'])('X08 an export cancelled in its phase %s leaves the old file and nothing else; the next one is whole', { timeout: 120_000 }, async (phase) => {
  const { core, dataDir } = await startCoreWithProject();
  const register = join(dataDir, 'servers.csv');
  writeFileSync(register, `Server name,IP addresses,*Cores,*Memory (In MB),*OS name\n${Array.from({ length: SERVERS }, (_, index) => `web-${index},10.1.${index >> 8}.${index & 255},8,16384,Ubuntu Linux`).join('\n')}\n`);
  const file = core.files.register(register, 'read');
  const { kind, mapping } = await core.call('importing.preview', { file });
  await core.call('importing.apply', { file, kind, mapping });
  const folder = join(dataDir, 'exports');
  mkdirSync(folder);
  const path = join(folder, 'city.xlsx');
  writeFileSync(path, 'the old export');
  const start = async (): Promise<string> => (await core.call('exporting.start', { format: 'xlsx', file: core.files.register(path, 'write'), overwrite: true, language: 'en' })).jobId;

  let seen = false;
  const leave = core.subscribe((event) => {
    if (seen || event.topic !== 'job.progressed' || event.payload.progress.phase !== phase) return;
    seen = true;
    void core.call('job.cancel', { jobId: event.payload.id });
  });
  const job = await untilJob(core, await start());
  leave();
  expect(job).toMatchObject({ state: 'cancelled', result: null });
  expect(readFileSync(path, 'utf8')).toBe('the old export');
  expect(readdirSync(folder)).toEqual(['city.xlsx']);

  expect((await untilJob(core, await start())).state).toBe('succeeded');
  expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK');
  expect(readdirSync(folder)).toEqual(['city.xlsx']);
});
