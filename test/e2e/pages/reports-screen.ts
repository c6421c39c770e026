import { readFileSync } from 'node:fs';
import type { Desk } from '../desk.ts';

/** Files for others. */
export class ReportsScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Writes the workbook and gets it through the browser. */
  async getWorkbook(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const { page, t } = this.#desk;
    await this.#desk.goTo('reports');
    await page.getByRole('button', { name: `${t('reports:write')}: ${t('reports:format.xlsx.title')}`, exact: true }).click();
    const written = page.getByRole('table', { name: t('reports:history.title') }).getByRole('button', { name: t('reports:history.get') });
    const [download] = await Promise.all([page.waitForEvent('download'), written.first().click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
}
