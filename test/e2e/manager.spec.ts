import { expect, test } from '@playwright/test';
import { createSampleProject, type SampleProject } from '../support/sample-project.ts';
import { Desk } from './desk.ts';
import { CatalogueScreen } from './pages/catalogue-screen.ts';
import { InventoryScreen } from './pages/inventory-screen.ts';
import { PlanScreen } from './pages/plan-screen.ts';
import { ProgressScreen } from './pages/progress-screen.ts';
import { wordsOf } from './words.ts';

let sample: SampleProject;
test.beforeEach(async () => {
  test.setTimeout(240_000);
  sample = await createSampleProject();
});
test.afterEach(() => sample.remove());

/** Vital, and far too large for a pilot wave. */
const SYSTEM = '市公安局视频云平台';

test('a manager plans, moves systems and records what happened (en)', async ({ browser }) => {
  const desk = await Desk.open(browser, { home: sample.home, project: sample.path });
  const { page, t } = desk;
  const plan = new PlanScreen(desk);
  const progress = new ProgressScreen(desk);

  await test.step('sets a target and plans again', async () => {
    await desk.goTo('plan');
    await plan.tab('settings');
    await plan.setFirstTarget('75');
    await expect(page.getByText(t('plan:settings.saved'))).toBeVisible();
    await plan.planAgain('Three quarters first');
    await expect(plan.scope).toContainText('Three quarters first', { timeout: 30_000 });
    await expect(page.getByRole('list', { name: t('plan:target.list') })).toContainText('75%');
  });

  await test.step('moves a system to the pilot wave by keyboard, is told which rule breaks, undoes', async () => {
    await plan.tab('board');
    await expect(plan.wave(1).getByText(t('plan:violation.rules.pilot'))).toHaveCount(0);
    await plan.moveByMenu(SYSTEM, 1);
    await expect(plan.wave(1).getByRole('button', { name: SYSTEM }).first()).toBeVisible();
    await expect(plan.wave(1).getByText(t('plan:violation.rules.pilot')).first()).toBeVisible();
    await plan.tab('violations');
    await expect(page.getByRole('table', { name: t('plan:violation.table') }).getByText(t('plan:violation.rules.pilot')).first()).toBeVisible();
    await desk.undo();
    await plan.tab('board');
    await expect(plan.wave(1).getByRole('button', { name: SYSTEM })).toHaveCount(0);
    await expect(plan.wave(1).getByText(t('plan:violation.rules.pilot'))).toHaveCount(0);
  });

  await test.step('reads the schedule', async () => {
    await plan.tab('gantt');
    await expect(plan.schedule.getByRole('row', { expanded: true }).first()).toBeVisible();
    await plan.schedule.focus();
    await page.keyboard.press('End');
    await expect(plan.schedule.getByRole('img', { name: SYSTEM })).toBeVisible();
  });

  await test.step('records a cut-over with its evidence; table and curve follow', async () => {
    await desk.goTo('progress');
    await expect(page.getByRole('figure')).toContainText('0%');
    await progress.tab('systems');
    await progress.setState(SYSTEM, 'cut-over', 'Minutes 2026-117');
    await expect(progress.row(SYSTEM)).toContainText('cut over');
    await expect(progress.row(SYSTEM)).toContainText('Minutes 2026-117');
    await progress.tab('curve');
    await page.getByRole('button', { name: t('ui:chart.asTable') }).click();
    await expect(progress.curveTable.getByRole('row').filter({ hasText: /[1-9]\d*\.\d%/ }).first()).toBeVisible();
    await expect(page.getByRole('figure')).not.toContainText(/^0%/);
  });

  await desk.leave();
});

test('a manager sets the sizing policy, language and colours; the address keeps the view (en)', async ({ browser }) => {
  const desk = await Desk.open(browser, { home: sample.home, project: sample.path });
  const { page, t } = desk;
  const catalogue = new CatalogueScreen(desk);
  const inventory = new InventoryScreen(desk);

  await test.step('saves a policy that is still there after a reload', async () => {
    await catalogue.openPolicy();
    await catalogue.cpuHeadroom.fill('35');
    await catalogue.savePolicy();
    await page.reload();
    await desk.shell.settled();
    await expect(catalogue.cpuHeadroom).toHaveValue('35');
  });

  await test.step('a reload keeps filter, order and the open server', async () => {
    await desk.goTo('inventory');
    await inventory.filter.fill('host:GAJ-S01');
    await inventory.grid.getByRole('button', { name: t('fields:memBytes'), exact: true }).click();
    await inventory.row('GAJ-S01-DB01').click();
    await expect(inventory.inspector).toContainText('GAJ-S01-DB01');
    const order = await inventory.grid.getByRole('row').nth(1).innerText();
    await page.reload();
    await desk.shell.settled();
    await expect(inventory.filter).toHaveValue('host:GAJ-S01');
    await expect(inventory.grid.getByRole('columnheader', { name: t('fields:memBytes'), exact: true })).toHaveAttribute('aria-sort', 'ascending');
    await expect(inventory.inspector).toContainText('GAJ-S01-DB01');
    expect(await inventory.grid.getByRole('row').nth(1).innerText()).toBe(order);
  });

  await test.step('language and colours change without a reload', async () => {
    await page.evaluate(() => document.body.setAttribute('data-seen', 'before'));
    await page.getByRole('button', { name: t('app:language'), exact: true }).click();
    await page.getByRole('menuitem', { name: '中文' }).click();
    const chinese = wordsOf('zh-CN');
    await expect(page.getByRole('heading', { level: 1, name: chinese('inventory:title'), exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.getByRole('button', { name: chinese('app:theme.label'), exact: true }).click();
    await page.getByRole('menuitem', { name: chinese('app:theme.dark'), exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect(page.locator('body')).toHaveAttribute('data-seen', 'before');
    await expect(page.getByRole('cell', { name: 'GAJ-S01-DB01', exact: true })).toBeVisible();
  });

  await desk.leave();
});
