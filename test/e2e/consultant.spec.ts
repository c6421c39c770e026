import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Estate } from '../../agents/estate/start-estate.ts';
import { startSampleEstate } from '../support/sample-estate.ts';
import { Desk } from './desk.ts';
import { HomeScreen } from './pages/home-screen.ts';
import { InventoryScreen } from './pages/inventory-screen.ts';
import { ReportsScreen } from './pages/reports-screen.ts';
import { ScanScreen } from './pages/scan-screen.ts';
import { ServerScreen } from './pages/server-screen.ts';
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

const NO_SERVERS = ['10.0.0.0/8', 'host.example:99999'];

/** As lists come in: comments, a line twice, lines that are no server. */
function messyList(): string {
  const lines = estate.targets.map(({ user, host, port }) => `${user ?? ''}@${host}:${port}`);
  return ['# servers of the city', ...lines, lines[0], '', ...NO_SERVERS].join('\r\n');
}

for (const language of LANGUAGES) {
  test(`a consultant takes up a city (${language})`, async ({ browser }) => {
    const desk = await Desk.open(browser, { home, language });
    const { page, t } = desk;
    const scan = new ScanScreen(desk);
    const inventory = new InventoryScreen(desk);
    const server = new ServerScreen(desk);
    const count = estate.targets.length;

    await test.step('makes a project', () => new HomeScreen(desk).create('Example city'));

    await test.step('pastes a messy list and sees what was understood', async () => {
      await scan.begin();
      await scan.readList(messyList());
      await expect(page.getByText(t('scan:preview.targets', { count, number: desk.count(count) }), { exact: true })).toBeVisible();
      await expect(scan.targets).toHaveAttribute('aria-rowcount', String(count + 1));
      await expect(page.getByText(t('scan:preview.rejected', { count: NO_SERVERS.length, number: desk.count(NO_SERVERS.length) }))).toBeVisible();
      for (const line of NO_SERVERS) await expect(scan.rejected.getByRole('row').filter({ hasText: line })).toBeVisible();
      await scan.next();
    });

    await test.step('gives a key and tries one server', async () => {
      await scan.giveKey(estate.privateKey);
      await scan.next();
      await scan.runChecks();
      await expect(page.getByText(t('scan:canary.passed'))).toBeVisible();
      await expect(scan.checks.getByRole('row')).toHaveCount(9);
      await scan.next();
    });

    await test.step('reads what will run, with its checksum', async () => {
      const text = (await scan.script.textContent()) ?? '';
      await expect(page.getByText(createHash('sha256').update(text).digest('hex'), { exact: true })).toBeVisible();
      await scan.next();
    });

    await test.step('starts and sees the table fill until the run has ended', async () => {
      await scan.start(count);
      await expect(scan.results.getByText(t('scan:count.done'), { exact: true }).first()).toBeVisible({ timeout: 60_000 });
      await expect(scan.state('finished')).toBeVisible({ timeout: 90_000 });
    });

    await test.step('sees who can mend what, and tries a group again', async () => {
      const group = scan.group('REFUSED');
      await expect(group).toContainText(t('hostErrors:fixer.network'));
      await group.getByRole('button', { name: t('scan:groups.retry') }).click();
      const dialog = page.getByRole('dialog');
      await scan.giveKey(estate.privateKey);
      await dialog.getByRole('button', { name: t('scan:retry.start'), exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await expect(scan.state('finished')).toBeVisible({ timeout: 60_000 });
      await group.getByRole('button', { pressed: false }).first().click();
      await expect(scan.results.getByRole('row').nth(1).getByRole('cell', { name: '2', exact: true })).toBeVisible();
    });

    await test.step('filters the inventory, is told what is wrong with a filter, keeps a view', async () => {
      await desk.goTo('inventory');
      await inventory.filter.fill('state:scanned vcpu>=2');
      await expect(inventory.row('').nth(1)).toBeVisible();
      const before = await inventory.grid.getAttribute('aria-rowcount');
      await inventory.saveView('Two cores or more');
      await inventory.filter.fill('mem>>7');
      await expect(inventory.problem).toContainText(t('ui:filter.problem', { at: 5, reason: t('inventory:filterProblem.notANumber') }));
      await inventory.filter.fill('');
      await inventory.chooseView('Two cores or more');
      await expect(inventory.filter).toHaveValue('state:scanned vcpu>=2');
      await expect(inventory.grid).toHaveAttribute('aria-rowcount', before ?? '');
    });

    await test.step('looks at the raw text behind a value', async () => {
      await inventory.openServer('kylin');
      await server.openEvidence('osName');
      await expect(server.evidence.getByRole('region')).toContainText(/kylin/i);
      await page.keyboard.press('Escape');
      await expect(server.evidence).toBeHidden();
    });

    await test.step('overrules a value, sees it marked, takes it back', async () => {
      const before = (await server.fact('environment').innerText()).split('\t')[1] ?? '';
      await server.overrule('environment', 'staging');
      await expect(server.fact('environment')).toContainText('staging');
      await expect(server.fact('environment')).toContainText(t('server:source.entered'));
      await desk.undo();
      await expect(server.fact('environment')).not.toContainText('staging');
      expect((await server.fact('environment').innerText()).split('\t')[1]).toBe(before);
    });

    await test.step('gets the workbook', async () => {
      const workbook = await new ReportsScreen(desk).getWorkbook();
      expect(workbook.name).toMatch(/\.xlsx$/);
      expect(workbook.bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
      expect(workbook.bytes.includes('xl/workbook.xml')).toBe(true);
    });

    await desk.leave();
  });
}
