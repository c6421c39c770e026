import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { createSampleProject } from '../support/sample-project.ts';
import { serveProject } from '../support/served-project.ts';
import { LANGUAGES, SCREENS, SIZES, THEMES, type Screen } from './screens.ts';
import { ShellPage } from './shell-page.ts';

/** `npm run shots -- [--out FOLDER] [--servers 60] [--only inventory,plan]`: every screen, language, theme and size as a PNG. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/shots' }, servers: { type: 'string', default: '60' }, only: { type: 'string' } } });
const out = resolve(values.out);
const wanted = SCREENS.filter((screen) => values.only === undefined || values.only.split(',').includes(screen.name));

async function shoot(browser: Browser, home: string, project: string | undefined, screens: readonly Screen[]): Promise<number> {
  let count = 0;
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      for (const size of SIZES) {
        const served = await serveProject(home, project);
        const context = await browser.newContext({ viewport: size, locale: language, colorScheme: theme, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
        const shell = new ShellPage(await context.newPage(), served);
        await shell.launch();
        for (const screen of screens) {
          await shell.open(screen);
          await shell.page.screenshot({ path: join(out, `${screen.name}-${language}-${theme}-${size.width}.png`) });
          count += 1;
        }
        await context.close();
        await served.stop();
      }
    }
  }
  return count;
}

mkdirSync(out, { recursive: true });
const sample = await createSampleProject(Number(values.servers));
const emptyHome = mkdtempSync(join(tmpdir(), 'landfall-shots-'));
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
try {
  const bare = await shoot(browser, emptyHome, undefined, wanted.filter((screen) => !screen.project));
  const open = await shoot(browser, sample.home, sample.path, wanted.filter((screen) => screen.project));
  process.stdout.write(`${bare + open} pictures in ${out}\n`);
} finally {
  await browser.close();
  sample.remove();
  rmSync(emptyHome, { recursive: true, force: true });
}
