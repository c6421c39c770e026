import { chromium, type Page } from 'playwright';
import { serveProject } from '../support/served-project.ts';

const FILTERS = ['os:kylin', 'mem>16G', 'cpu<20%', 'state:failed', 'dept:财政', 'kind:virtual mem>8G', '!os:kylin vcpu>4', 'host:db'];
const ROUNDS = 5;

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);
}

/** From the key press that commits the filter to the frame in which the grid shows its answer. */
async function filterOnce(page: Page, filter: string): Promise<number> {
  return page.evaluate(async (text) => {
    const grid = document.querySelector('[role="table"]');
    const startedAt = performance.now();
    const answered = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (grid?.getAttribute('aria-busy') === 'true') return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - startedAt));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-busy', 'aria-rowcount'] });
    });
    const query = new URLSearchParams({ filter: text });
    location.hash = `#/inventory?${query.toString()}`;
    return answered;
  }, filter);
}

/** First paint of the inventory and filter times at city size, in Debian's Chromium. */
export async function benchBrowser(project: string, home: string) {
  const served = await serveProject(home, project);
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await page.goto(served.launchUrl);
    const startedAt = performance.now();
    await page.goto(`${new URL(served.launchUrl).origin}/#/inventory`);
    await page.locator('[role="table"] [role="row"]').nth(5).waitFor();
    const firstRowsMs = Math.round(performance.now() - startedAt);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) for (const filter of FILTERS) times.push(await filterOnce(page, filter));
    return { firstRowsMs, filterSamples: times.length, filterP50Ms: percentile(times, 0.5), filterP95Ms: percentile(times, 0.95), filterMaxMs: percentile(times, 1) };
  } finally {
    await browser.close();
    await served.stop();
  }
}
