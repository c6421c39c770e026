import type { Locator } from '@playwright/test';
import type { Desk } from '../desk.ts';

/** What the government cloud offers, and the sizing policy. */
export class CatalogueScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get cpuHeadroom(): Locator {
    return this.#desk.page.getByRole('textbox', { name: this.#desk.t('catalogue:policy.cpuHeadroom') });
  }

  async openPolicy(): Promise<void> {
    await this.#desk.goTo('catalogue');
    await this.#desk.page.getByRole('tab', { name: this.#desk.t('catalogue:tabs.policy') }).click();
  }

  async savePolicy(): Promise<void> {
    await this.#desk.page.getByRole('button', { name: this.#desk.t('catalogue:policy.save'), exact: true }).click();
    await this.#desk.page.getByText(this.#desk.t('catalogue:policy.saved')).waitFor();
  }
}
