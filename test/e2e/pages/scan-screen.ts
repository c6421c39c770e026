import type { Locator } from '@playwright/test';
import { describeHostError } from '../../../shared/i18n/describe-error.ts';
import type { HostErrorCode } from '../../../shared/model/scan.ts';
import type { Desk } from '../desk.ts';

/** The scan screen: wizard, live run, problems by cause. */
export class ScanScreen {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get targets(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('scan:preview.title'), exact: true });
  }

  get rejected(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('scan:preview.rejectedTitle') });
  }

  get results(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('scan:results.title'), exact: true });
  }

  get checks(): Locator {
    return this.#desk.page.getByRole('table', { name: this.#desk.t('scan:canary.steps'), exact: true });
  }

  /** The text sent to every server, as shown. */
  get script(): Locator {
    return this.#desk.page.getByRole('region', { name: this.#desk.t('scan:script.whole') }).last();
  }

  /** The problems of one cause. */
  group(code: HostErrorCode): Locator {
    return this.#desk.page.getByRole('region', { name: describeHostError(this.#desk.language, code).title, exact: true });
  }

  async begin(): Promise<void> {
    await this.#desk.goTo('scan');
    await this.#desk.page.getByRole('button', { name: this.#desk.t('scan:start.new') }).first().click();
  }

  async scanThisMachine(): Promise<void> {
    const { page, t } = this.#desk;
    await this.#desk.goTo('scan');
    await page.getByRole('button', { name: t('scan:start.other') }).click();
    await page.getByRole('menuitem', { name: t('scan:start.local') }).click();
    await page.getByRole('heading', { level: 2, name: t('scan:kind.local') }).waitFor();
  }

  async readList(text: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('textbox', { name: t('scan:targets.list') }).fill(text);
    await page.getByRole('button', { name: t('scan:targets.read') }).click();
  }

  /** The whole wizard with a key, first contacts accepted; ends before the start. */
  async beginWith(list: string, { privateKey, concurrency }: { readonly privateKey: string; readonly concurrency?: number }): Promise<void> {
    const { page, t } = this.#desk;
    await this.begin();
    await this.readList(list);
    await this.next();
    await this.giveKey(privateKey);
    if (concurrency !== undefined) await page.getByRole('textbox', { name: t('scan:access.concurrency') }).fill(String(concurrency));
    for (let step = 0; step < 3; step += 1) await this.next();
  }

  /** The slider of a scan under way. */
  get pace(): Locator {
    return this.#desk.page.getByRole('slider', { name: this.#desk.t('scan:steer.atOnce') });
  }

  /** The pack of the first department that has something to do. */
  async getFixItPack(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('scan:fixIt.open') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: t('scan:results.department') }).or(dialog.getByRole('textbox', { name: t('scan:results.department') })).first().click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: t('scan:fixIt.write'), exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: t('scan:fixIt.get'), exact: true }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    await dialog.getByRole('button', { name: t('scan:fixIt.close'), exact: true }).last().click();
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  async next(): Promise<void> {
    await this.#desk.page.getByRole('button', { name: this.#desk.t('scan:wizard.next') }).click();
  }

  /** A key file, and first contacts accepted. */
  async giveKey(privateKey: string): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('radio', { name: t('scan:access.kinds.key-file.title') }).check();
    const field = page.getByRole('group', { name: t('scan:access.keyFile'), exact: true });
    await this.#desk.choose(() => field.getByRole('button').click(), { name: 'id_ed25519', content: privateKey });
    await field.getByText('id_ed25519').waitFor();
    await page.getByRole('radio', { name: t('scan:access.policies.accept-new.title') }).check();
  }

  async runChecks(): Promise<void> {
    await this.#desk.page.getByRole('button', { name: this.#desk.t('scan:canary.run') }).click();
  }

  async start(count: number): Promise<void> {
    const { page, t } = this.#desk;
    await page.getByRole('button', { name: t('scan:confirm.start', { count, number: this.#desk.count(count) }) }).click();
  }

  /** The mark beside the run's title. */
  state(state: 'running' | 'finished'): Locator {
    return this.#desk.page.getByRole('main').getByText(this.#desk.t(`scan:runState.${state}`), { exact: true }).first();
  }
}
