import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { createSampleProject, type SampleProject } from '../support/sample-project.ts';
import { Desk } from './desk.ts';
import { ImportScreen } from './pages/import-screen.ts';
import { InventoryScreen } from './pages/inventory-screen.ts';
import { ScanScreen } from './pages/scan-screen.ts';
import { ServerScreen } from './pages/server-screen.ts';

let sample: SampleProject;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  sample = await createSampleProject();
});
test.afterAll(() => sample.remove());

/** Markup, a formula, a name that wanted to be read from right to left, an entity, a template: each is a name and nothing else. */
const NAMES = [
  'a<img src=x onerror=alert(1)>',
  '<script>alert(2)</script>',
  '=HYPERLINK("http://127.0.0.1/","go")',
  'srv-gpj.exe',
  '&lt;b&gt;{{name}}${1+1}',
] as const;
const NOTE = '<svg onload=alert(3)>"\'';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** In the file one name turns its text around; the register keeps the letters alone. */
const written = (name: string): string => name.replace('gpj.exe', '\u202Egpj.exe\u202C');
const REGISTER = ['hostname,note,os', ...NAMES.map((name) => [written(name), NOTE, name].map(quoted).join(','))].join('\r\n');

test('H01 H03 names that are markup, formulas or bidirectional text stay text (en)', async ({ browser }) => {
  const desk = await Desk.open(browser, { home: sample.home, project: sample.path });
  const { page, t } = desk;
  const importing = new ImportScreen(desk);
  const inventory = new InventoryScreen(desk);

  await test.step('in the preview and the grid', async () => {
    await importing.choose('inventory', { name: '<b>list</b>.csv', content: REGISTER });
    for (const name of NAMES) await expect(importing.preview).toContainText(name);
    await importing.apply(NAMES.length);
    await importing.openRegister();
    await inventory.filter.fill('state:never');
    for (const name of NAMES) await expect(inventory.row(name).first()).toBeVisible();
  });

  await test.step('on the page of each server', async () => {
    for (const name of NAMES) {
      await desk.goTo('inventory');
      await inventory.filter.fill('state:never');
      await inventory.openServer(name);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByRole('main')).toContainText(NOTE);
    }
  });

  await test.step('in the command palette', async () => {
    for (const name of NAMES) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: t('app:palette.label') }).fill(name);
      await expect(page.getByRole('option').filter({ hasText: name }).first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });

  expect(await page.locator('main img, main script, main svg[onload]').count()).toBe(0);
  await desk.leave();
});

test('H01 arguments of a process of a scanned machine stay text (en)', async ({ browser }) => {
  const ARGUMENTS = ['landfall-hostile', '<img src=x onerror=alert(4)>', '</pre><script>alert(5)</script>', '=1+1'];
  const hostile = spawn(process.execPath, ['-e', 'process.stdin.resume()', '--', ...ARGUMENTS], { stdio: ['pipe', 'ignore', 'ignore'] });
  const desk = await Desk.open(browser, { home: sample.home, project: sample.path });
  const { page, t } = desk;
  const scan = new ScanScreen(desk);
  const server = new ServerScreen(desk);
  try {
    await scan.scanThisMachine();
    await expect(scan.state('finished')).toBeVisible({ timeout: 60_000 });
    await scan.results.getByRole('row').nth(1).click();

    await test.step('in the list of processes', async () => {
      await server.tab('software');
      await page.getByRole('searchbox', { name: t('server:listFilter', { list: t('server:processes.title') }) }).fill(ARGUMENTS[0] ?? '');
      await expect(page.getByRole('table', { name: t('server:processes.title') })).toContainText(ARGUMENTS.join(' '));
    });

    await test.step('in the raw text of the section', async () => {
      await server.tab('scans');
      await page.getByRole('row').filter({ hasText: t('facts:section.processes') }).getByRole('button').first().click();
      await expect(server.evidence.getByRole('region')).toContainText(ARGUMENTS.join(' '));
    });
    expect(await page.locator('main img, main script, [role=dialog] img, [role=dialog] script').count()).toBe(0);
    await desk.leave();
  } finally {
    hostile.kill();
  }
});
