import { expect, type Browser, type Page } from '@playwright/test';
import { formatCount } from '../../shared/i18n/format.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { serveProject, type ServedProject } from '../support/served-project.ts';
import { ShellPage } from './shell-page.ts';
import { wordsOf, type Words } from './words.ts';

/** The screens of the rail and their headings. */
const HEADINGS = {
  scan: 'scan:title', inventory: 'inventory:title', systems: 'systems:title', departments: 'systems:departments.title',
  plan: 'plan:title', progress: 'progress:title', catalogue: 'catalogue:title', reports: 'reports:title', settings: 'settings:title',
} as const;

export interface DeskOptions {
  readonly home: string;
  readonly project?: string;
  readonly language?: Language;
}

/** One person at the product: a shell of their own, one page, the words of their language. Page modules work on it. */
export class Desk {
  readonly page: Page;
  readonly shell: ShellPage;
  readonly language: Language;
  readonly t: Words;
  /** Errors of the console and dialogs that opened by themselves. */
  readonly complaints: string[] = [];
  readonly #served: ServedProject;

  private constructor(page: Page, served: ServedProject, language: Language) {
    this.page = page;
    this.shell = new ShellPage(page, served);
    this.language = language;
    this.t = wordsOf(language);
    this.#served = served;
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`${message.text()} ${message.location().url}`));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  static async open(browser: Browser, { home, project, language = 'en' }: DeskOptions): Promise<Desk> {
    const served = await serveProject(home, project);
    const context = await browser.newContext({ locale: language, reducedMotion: 'reduce', acceptDownloads: true });
    const desk = new Desk(await context.newPage(), served, language);
    await desk.shell.launch();
    return desk;
  }

  /** Closes browser and shell; nothing may have gone wrong unseen. */
  async leave(): Promise<void> {
    await this.page.context().close();
    await this.#served.stop();
    expect(this.complaints).toEqual([]);
  }

  count(count: number): string {
    return formatCount(this.language, count);
  }

  /** Goes to a screen by the rail and waits for its heading: the screen before has fields of the same names. */
  async goTo(screen: keyof typeof HEADINGS): Promise<void> {
    await this.page.getByRole('navigation', { name: this.t('app:rail.label') }).getByRole('link', { name: this.t(`app:screen.${screen}`), exact: true }).click();
    await this.arrived(screen);
  }

  async arrived(screen: keyof typeof HEADINGS): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: this.t(HEADINGS[screen]), exact: true }).waitFor();
    await this.shell.settled();
  }

  /** Presses what opens the browser's file chooser and gives it a file. */
  async choose(press: () => Promise<void>, file: { readonly name: string; readonly content: Buffer | string }): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), press()]);
    await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.content) });
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('app:undo.label'), exact: true }).click();
  }

  /** Chooses an entry of a select field. */
  async select(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).or(this.page.getByRole('textbox', { name: label, exact: true })).first().click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
