import type { Locator } from '@playwright/test';
import type { ServerField } from '../../../shared/model/server.ts';
import type { Desk } from '../desk.ts';

/** One server with its facts, their evidence and what was overruled. */
export class ServerScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get evidence(): Locator {
    return this.#desk.page.getByRole('dialog');
  }

  fact(field: ServerField): Locator {
    const label = this.#desk.t(`fields:${field}`);
    return this.#desk.page.getByRole('row').filter({ has: this.#desk.page.getByRole('cell', { name: label, exact: true }) });
  }

  async openEvidence(field: ServerField): Promise<void> {
    const { t } = this.#desk;
    await this.fact(field).getByRole('button', { name: t('server:evidence.open', { field: t(`fields:${field}`) }) }).click();
  }

  async overrule(field: ServerField, value: string): Promise<void> {
    const { page, t } = this.#desk;
    const label = t(`fields:${field}`);
    await this.fact(field).getByRole('button', { name: t('server:override.edit', { field: label }) }).click();
    await page.getByRole('textbox', { name: t('server:override.value', { field: label }) }).fill(value);
    await page.getByRole('button', { name: t('server:override.save'), exact: true }).click();
  }

  async tab(tab: 'facts' | 'load' | 'storage' | 'software' | 'flows' | 'scans'): Promise<void> {
    await this.#desk.page.getByRole('tab', { name: this.#desk.t(`server:tabs.${tab}`) }).click();
  }
}
