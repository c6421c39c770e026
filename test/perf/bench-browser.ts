import { chromium, type Page } from 'playwright';
import { serveProject } from '../support/served-project.ts';
import { filterCases, sortCases, type Case } from './filter-cases.ts';
import { paintFloor } from './paint-floor.ts';
import { armProbe, installProbe, readProbe, scrollThrough, type PaintedAnswer } from './paint-probe.ts';

const FILTERS = 64;
const FLOORS = 32;
/** A practised typist; the answer to one key is still under way when the next comes. */
const KEY_INTERVAL_MS = 90;
const SORT_FIELDS = ['hostname', 'address', 'departmentName', 'systemName', 'osId', 'osVersion', 'vcpuCount', 'memBytes', 'diskBytes', 'cpuP95Ratio'] as const;
const [SCROLL_STEP_PX, SCROLL_FRAMES] = [280, 240];

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);
}

const figures = (values: readonly PaintedAnswer[]) => {
  const times = values.map(({ paintedMs }) => paintedMs);
  return { samples: times.length, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), maxMs: percentile(times, 1), inDocumentP95Ms: percentile(values.map(({ inDocumentMs }) => inDocumentMs), 0.95) };
};

async function withPage<Result>(home: string, project: string, use: (page: Page, origin: string) => Promise<Result>): Promise<Result> {
  const served = await serveProject(home, project);
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await page.goto(served.launchUrl);
    await page.getByRole('navigation').first().waitFor();
    return await use(page, new URL(served.launchUrl).origin);
  } finally {
    await browser.close();
    await served.stop();
  }
}

/** The whole text by keys over the former one; the clock runs from the last key. */
async function typeFilter(page: Page, { text, answer }: Case): Promise<PaintedAnswer> {
  const input = page.locator('[data-filter-bar]');
  const letters = [...text];
  const last = letters.pop() ?? '';
  await input.press('ControlOrMeta+a');
  await page.keyboard.type(letters.join(''), { delay: KEY_INTERVAL_MS });
  await armProbe(page, 'input', answer);
  await page.keyboard.type(last);
  return readProbe(page, text);
}

async function sortBy(page: Page, { text, answer }: Case): Promise<PaintedAnswer> {
  const header = page.locator('[role="columnheader"] button').nth(SORT_FIELDS.findIndex((field) => field === text));
  await armProbe(page, 'click', answer);
  await header.click();
  return readProbe(page, `order by ${text}`);
}

async function each<Item>(items: readonly Item[], measure: (item: Item) => Promise<PaintedAnswer>): Promise<PaintedAnswer[]> {
  const times: PaintedAnswer[] = [];
  for (const item of items) times.push(await measure(item));
  return times;
}

/**
 * First paint, filters, orders and scrolling of the inventory at city size, in Debian's Chromium. What the grid must show is
 * asked of another process first, so that nothing measured has been read before.
 */
export async function benchBrowser(project: string, home: string) {
  const cases = await withPage(home, project, async (page) => ({ filters: await filterCases(page, FILTERS), sorts: await sortCases(page, '', SORT_FIELDS) }));
  return withPage(home, project, async (page, origin) => {
    const startedAt = performance.now();
    await page.goto(`${origin}/#/inventory`);
    await page.locator('[role="table"] [role="row"]').nth(5).waitFor();
    const firstRowsMs = Math.round(performance.now() - startedAt);
    await installProbe(page);
    const sort = figures(await each(cases.sorts, (one) => sortBy(page, one)));
    const scroll = await scrollThrough(page, SCROLL_STEP_PX, SCROLL_FRAMES);
    await page.goto('about:blank');
    await page.goto(`${origin}/#/inventory`);
    await page.locator('[role="table"] [role="row"]').nth(5).waitFor();
    await installProbe(page);
    const filter = figures(await each(cases.filters, (one) => typeFilter(page, one)));
    const floor = figures(await paintFloor(page, origin, FLOORS));
    return { firstRowsMs, floor, filter, sort, scroll };
  });
}
