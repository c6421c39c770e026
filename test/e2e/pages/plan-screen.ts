import type { Locator } from '@playwright/test';
import type { Desk } from '../desk.ts';

/** Waves, schedule and settings of the plan. */
export class PlanScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get schedule(): Locator {
    return this.#desk.page.getByRole('treegrid', { name: this.#desk.t('plan:gantt.label') });
  }

  /** Which plan is shown, with its counts. */
  get scope(): Locator {
    return this.#desk.page.getByRole('main').getByRole('status').first();
  }

  wave(index: number): Locator {
    return this.#desk.page.getByRole('region', { name: this.#desk.t('plan:board.wave', { index }), exact: true });
  }

  card(system: string): Locator {
    return this.#desk.page.getByRole('group', { name: this.#desk.t('plan:board.label') }).getByRole('button', { name: system }).first();
  }

  async tab(tab: 'board' | 'gantt' | 'violations' | 'settings'): Promise<void> {
    await this.#desk.page.getByRole('tab', { name: this.#desk.t(`plan:tabs.${tab}`) }).click();
  }

  /** By keyboard alone: from the card to its menu, and down to the wave. */
  async moveByMenu(system: string, wave: number): Promise<void> {
    const { page, t } = this.#desk;
    await this.card(system).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const entry = page.getByRole('menuitem', { name: t('plan:board.move', { index: wave }), exact: true });
    await entry.waitFor();
    for (let step = 0; step < 60 && !(await entry.evaluate((element) => element === document.activeElement)); step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }

  async setFirstTarget(percent: string): Promise<void> {
    const { page, t } = this.#desk;
    const target = page.getByRole('group', { name: t('plan:settings.row', { label: t('plan:settings.targets'), index: 1 }), exact: true });
    await target.getByRole('textbox', { name: t('plan:settings.ratio') }).fill(percent);
    await page.getByRole('button', { name: t('plan:settings.save'), exact: true }).click();
  }

  async planAgain(name: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('plan:create.again'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('plan:create.name') }).fill(name);
    await dialog.getByRole('button', { name: t('plan:create.start') }).click();
  }
}
