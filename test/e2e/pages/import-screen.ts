import type { Locator } from '@playwright/test';
import type { Desk } from '../desk.ts';

/** A register from a file: columns, preview, result. */
export class ImportScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get rejected(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('importing:preview.rejected') });
  }

  get preview(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('importing:preview.table') });
  }

  /** From the register's own screen. */
  async choose(from: 'systems' | 'inventory', file: { readonly name: string; readonly content: Buffer | string }): Promise<void> {
    const { page, t } = this.#desk;
    await this.#desk.goTo(from);
    await page.getByRole('button', { name: t(`${from}:import`), exact: true }).click();
    await this.#desk.choose(() => page.getByRole('group', { name: t('importing:steps.file') }).getByRole('button').click(), file);
    await page.getByRole('heading', { name: t('importing:steps.mapping') }).waitFor();
  }

  async map(field: string, column: string): Promise<void> {
    await this.#desk.select(field, column);
  }

  async apply(count: number): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('importing:apply', { count, replace: { count: this.#desk.count(count) } }) }).click();
    await page.getByText(t('importing:done.title'), { exact: true }).waitFor();
  }

  async openRegister(): Promise<void> {
    await this.#desk.page.getByRole('button', { name: this.#desk.t('importing:done.open') }).click();
    await this.#desk.page.getByRole('heading', { level: 1, name: this.#desk.t('importing:title'), exact: true }).waitFor({ state: 'detached' });
    await this.#desk.shell.settled();
  }
}
