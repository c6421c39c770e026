import type { Locator } from '@playwright/test';
import type { Desk } from '../desk.ts';

/** The grid of servers with its filter, views and edits of many rows. */
export class InventoryScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get grid(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('inventory:table'), exact: true });
  }

  get filter(): Locator {
    return this.#desk.page.getByRole('combobox', { name: this.#desk.t('ui:filter.label'), exact: true });
  }

  /** What is wrong with the filter text. */
  get problem(): Locator {
    return this.#desk.page.getByRole('search').getByRole('alert');
  }

  get inspector(): Locator {
    return this.#desk.page.getByRole('complementary');
  }

  /** Rows of servers, without head and totals. */
  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text });
  }

  async saveView(name: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('inventory:views.label'), exact: true }).click();
    await page.getByRole('menuitem', { name: t('inventory:views.save') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('inventory:views.name') }).fill(name);
    await dialog.getByRole('button', { name: t('inventory:views.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async chooseView(name: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('inventory:views.label'), exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
  }

  /** Opens the page of the row's server by the panel. */
  async openServer(text: string): Promise<void> {
    await this.row(text).first().click();
    await this.inspector.getByRole('link', { name: this.#desk.t('inventory:inspector.open') }).click();
    await this.#desk.page.getByRole('heading', { level: 1, name: this.#desk.t('inventory:title'), exact: true }).waitFor({ state: 'detached' });
    await this.#desk.shell.settled();
  }

  /** Links the chosen rows to a system by hand. */
  async link(system: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('inventory:link.button'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(system);
    await dialog.getByRole('combobox', { name: t('inventory:link.system') }).click();
    await page.getByRole('option', { name: system }).first().click();
    await dialog.getByRole('button', { name: t('inventory:link.apply'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
