import { expect, test, type Page } from '@playwright/test';
import { createSampleProject, type SampleProject } from '../support/sample-project.ts';
import { Desk } from './desk.ts';
import { InventoryScreen } from './pages/inventory-screen.ts';

let sample: SampleProject;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  sample = await createSampleProject();
});
test.afterAll(() => sample.remove());

/** Presses Tab until the focus is where a check says; a ring without an end fails. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if (await isThere()) return;
  }
  throw new Error('Tab never reaches it.');
}

test('a server is found, read and overruled without a pointer (en)', async ({ browser }) => {
  const desk = await Desk.open(browser, { home: sample.home, project: sample.path });
  const { page, t } = desk;
  const inventory = new InventoryScreen(desk);
  const focused = (locator: ReturnType<Page['getByRole']>) => async (): Promise<boolean> => await locator.evaluate((element) => element === document.activeElement);

  await test.step('G then I opens the inventory; / goes to the filter', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await desk.arrived('inventory');
    await page.keyboard.press('/');
    await expect(inventory.filter).toBeFocused();
    await page.keyboard.type('host:GAJ-S01');
    await page.keyboard.press('Escape');
    await expect(inventory.row('GAJ-S01-APP01')).toBeVisible();
  });

  await test.step('Tab reaches the grid; arrows, Space and Enter work in it', async () => {
    await tabTo(page, focused(inventory.grid));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(inventory.grid.getByRole('row', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Shift+ArrowDown');
    await expect(inventory.grid.getByRole('row', { selected: true })).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(inventory.grid.getByRole('row', { selected: true })).toHaveCount(0);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(inventory.inspector).toContainText('GAJ-S01-APP01');
  });

  await test.step('? and Ctrl+K open over the grid; Escape gives the focus back', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: t('ui:keys.title') })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(inventory.grid).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: t('app:palette.label') })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(inventory.grid).toBeFocused();
  });

  await test.step('dialogs give the focus back to the button that opened them', async () => {
    for (const name of [t('ui:table.columns'), t('inventory:views.label')]) {
      await tabTo(page, focused(page.getByRole('button', { name, exact: true })));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').or(page.getByRole('menu')).waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
    }
    await page.keyboard.press('g');
    await page.keyboard.press('y');
    await desk.arrived('systems');
    for (const name of [t('systems:rules'), t('systems:new')]) {
      await tabTo(page, focused(page.getByRole('button', { name, exact: true })));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
    }
    await page.goBack();
    await desk.arrived('inventory');
  });

  await test.step('the panel leads to the server; a value is overruled there and taken back', async () => {
    await tabTo(page, focused(inventory.inspector.getByRole('link', { name: t('inventory:inspector.open') })));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('GAJ-S01-APP01');
    await desk.shell.settled();
    const pencil = page.getByRole('button', { name: t('server:override.edit', { field: t('fields:note') }) });
    const note = page.getByRole('row').filter({ has: page.getByRole('cell', { name: t('fields:note'), exact: true }) });
    await tabTo(page, focused(pencil));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: t('server:override.value', { field: t('fields:note') }) })).toBeFocused();
    await page.keyboard.type('moves last');
    await page.keyboard.press('Enter');
    await expect(note).toContainText('moves last');
    await expect(pencil).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(note).not.toContainText('moves last');
  });

  await desk.leave();
});
