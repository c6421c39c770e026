import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { createSampleProject, type SampleProject } from '../support/sample-project.ts';
import { serveProject, type ServedProject } from '../support/served-project.ts';
import { LANGUAGES, SCREENS, THEMES } from './screens.ts';
import { ShellPage } from './shell-page.ts';

let sample: SampleProject;
let served: ServedProject;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  sample = await createSampleProject();
  served = await serveProject(sample.home, sample.path);
});
test.afterAll(async () => {
  await served.stop();
  sample.remove();
});

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ locale: language });
    for (const theme of THEMES) {
      test(`every screen is free of serious axe findings and console errors (${theme})`, async ({ browser }) => {
        test.setTimeout(300_000);
        await served.stop();
        served = await serveProject(sample.home, sample.path);
        const context = await browser.newContext({ locale: language, colorScheme: theme, reducedMotion: 'reduce', viewport: { width: 1366, height: 768 } });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        const shell = new ShellPage(page, served);
        await shell.launch();
        for (const screen of SCREENS.filter((each) => each.project)) {
          await shell.open(screen);
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
          const serious = violations.filter((violation) => violation.impact === 'serious' || violation.impact === 'critical').map((violation) => `${screen.name}: ${violation.id} ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
          expect.soft(serious).toEqual([]);
        }
        expect(complaints).toEqual([]);
        await context.close();
      });
    }
  });
}
