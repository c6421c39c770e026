import type { Desk } from '../desk.ts';

/** The screen without a project. */
export class HomeScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async create(name: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('textbox', { name: t('home:new.name') }).fill(name);
    await page.getByRole('button', { name: t('home:new.action'), exact: true }).click();
    await page.getByRole('button', { name: t('app:project.menu', { name }) }).waitFor();
  }
}
