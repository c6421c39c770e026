import type { Page } from '@playwright/test';
import type { ServedProject } from '../support/served-project.ts';
import type { Screen } from './screens.ts';

/** The served product in one browser page. */
export class ShellPage {
  readonly page: Page;
  readonly #served: ServedProject;
  #firstServerId: string | undefined;

  constructor(page: Page, served: ServedProject) {
    this.page = page;
    this.#served = served;
  }

  /** Redeems the launch code: the page then holds the session's cookie. */
  async launch(): Promise<void> {
    await this.page.goto(this.#served.launchUrl);
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Opens a screen and waits until it has settled: a title stands, and nothing is busy. */
  async open(screen: Pick<Screen, 'path'>): Promise<void> {
    const path = screen.path.replace(':server', screen.path.includes(':server') ? await this.firstServerId() : '');
    // A new document: with a mere change of the hash the screen before would still stand, and be taken for the new one.
    await this.page.goto('about:blank');
    await this.page.goto(`${new URL(this.#served.launchUrl).origin}/#${path}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** Of the inventory, asked for through the same API the screens use. */
  async firstServerId(): Promise<string> {
    this.#firstServerId ??= await this.page.evaluate(async () => {
      const { token } = (await (await fetch('/session')).json()) as { token: string };
      const answer = await fetch('/rpc/inventory.listServers', { method: 'POST', headers: { 'content-type': 'application/json', 'x-landfall': token }, body: JSON.stringify({ v: 1, input: { filter: 'state:scanned', limit: 1 } }) });
      const { data } = (await answer.json()) as { data: { rows: { id: string }[] } };
      return data.rows[0]?.id ?? '';
    });
    return this.#firstServerId;
  }
}
