import type { Locator } from '@playwright/test';
import type { TrackingState } from '../../../shared/model/tracking.ts';
import type { Desk } from '../desk.ts';

/** What has really moved. */
export class ProgressScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  row(system: string): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('progress:systems.table'), exact: true }).getByRole('row').filter({ hasText: system });
  }

  /** The curve as the table behind it. */
  get curveTable(): Locator {
    return this.#desk.page.getByRole('main').getByRole('table').first();
  }

  async tab(tab: 'curve' | 'departments' | 'systems'): Promise<void> {
    await this.#desk.page.getByRole('tab', { name: this.#desk.t(`progress:tabs.${tab}`) }).click();
    await this.#desk.shell.settled();
  }

  async setState(system: string, state: TrackingState, evidence: string): Promise<void> {
    const { page, t } = this.#desk;
    await this.row(system).getByRole('checkbox').check();
    await page.getByRole('button', { name: t('progress:change.button', { count: 1 }), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await this.#desk.select(t('progress:change.state'), t(`exports:trackingState.${state}`));
    await dialog.getByRole('textbox', { name: t('progress:change.evidence') }).fill(evidence);
    await dialog.getByRole('button', { name: t('progress:change.apply'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
