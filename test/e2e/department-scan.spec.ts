import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Estate } from '../../agents/estate/start-estate.ts';
import { startSampleEstate } from '../support/sample-estate.ts';
import { Desk } from './desk.ts';
import { HomeScreen } from './pages/home-screen.ts';
import { ScanScreen } from './pages/scan-screen.ts';
import { LANGUAGES } from './screens.ts';

let estate: Estate;
let home: string;

test.beforeEach(async () => {
  estate = await startSampleEstate();
  home = mkdtempSync(join(tmpdir(), 'landfall-e2e-'));
});
test.afterEach(async () => {
  await estate.close();
  rmSync(home, { recursive: true, force: true });
});

const ADDED = 3;

for (const language of LANGUAGES) {
  test(`a department steers its scan, gets its fix-it pack, scans again and sees what is new (${language})`, async ({ browser }) => {
    const desk = await Desk.open(browser, { home, language });
    const { page, t } = desk;
    const scan = new ScanScreen(desk);
    const targets = estate.targets;
    const earlier = targets.slice(0, -ADDED);
    // On the embedded estate some servers refuse; theirs is the department that gets the pack.
    const list = (some: typeof targets): string => ['host,port,user,name,department', ...some.map((target) => [target.host, target.port, target.user, target.name, target.departmentName].join(','))].join('\n');

    await new HomeScreen(desk).create('Example city');

    await test.step('one server at a time, then as many as the slider gives', async () => {
      await scan.beginWith(list(earlier), { privateKey: estate.privateKey, concurrency: 1 });
      await scan.start(earlier.length);
      await scan.pace.focus();
      await page.keyboard.press('End');
      await expect(scan.pace).toHaveAttribute('aria-valuenow', '200');
      await expect(scan.state('finished')).toBeVisible({ timeout: 90_000 });
      await expect(scan.pace).toBeHidden();
    });

    await test.step('a cause leads to the hosts of one department', async () => {
      const share = scan.group('REFUSED').getByRole('list', { name: t('scan:departments.title') }).getByRole('button').first();
      const [, name = '', count = ''] = /^(.*?)\s*(\d+)$/.exec((await share.innerText()).trim()) ?? [];
      await share.click();
      await expect(scan.results).toHaveAttribute('aria-rowcount', String(Number(count) + 1));
      await expect(page.getByRole('main').getByRole('button', { name, exact: true }).first()).toBeVisible();
    });

    await test.step('its fix-it pack is a workbook', async () => {
      const pack = await scan.getFixItPack();
      expect(pack.name).toMatch(/\.xlsx$/);
      expect(pack.bytes.includes('xl/workbook.xml')).toBe(true);
    });

    await test.step('a second scan with more servers tells what is new', async () => {
      await scan.beginWith(list(targets), { privateKey: estate.privateKey });
      await scan.start(targets.length);
      await expect(scan.state('finished')).toBeVisible({ timeout: 90_000 });
      await page.getByRole('tab', { name: t('scan:part.changes') }).click();
      const found = page.getByRole('table', { name: t('scan:diff.title') });
      await expect(found).toContainText(t('scan:diff.kind.new'));
      await page.getByText(t('scan:diff.filter', { kind: t('scan:diff.kind.gone'), number: desk.count(0) }), { exact: true }).click();
      await expect(page.getByText(t('scan:diff.nothing'))).toBeVisible();
    });

    await desk.leave();
  });
}
