import type { Locator } from '@playwright/test';
import type { Desk } from '../desk.ts';

/** The register of systems with its panel and link rules. */
export class SystemsScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get panel(): Locator {
    return this.#desk.page.getByRole('complementary');
  }

  row(name: string): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('systems:table'), exact: true }).getByRole('row').filter({ hasText: name });
  }

  async open(name: string): Promise<void> {
    await this.row(name).click();
    await this.panel.getByRole('heading', { name, exact: true }).waitFor();
  }

  async setOwner(owner: string): Promise<void> {
    const { t } = this.#desk;
    await this.panel.getByRole('textbox', { name: t('systems:field.owner'), exact: true }).fill(owner);
    await this.panel.getByRole('button', { name: t('systems:save'), exact: true }).click();
  }

  /** Adds a rule before all others and applies the list. */
  async addRule(systemLabel: RegExp, glob: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('systems:rules'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('systems:ruleEditor.add') }).click();
    const rule = dialog.getByRole('group').last();
    await rule.getByRole('combobox', { name: t('systems:ruleEditor.system') }).click();
    await page.getByRole('option', { name: systemLabel }).click();
    await rule.getByRole('textbox', { name: t('systems:ruleEditor.glob') }).fill(glob);
    await dialog.getByRole('button', { name: t('systems:ruleEditor.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
