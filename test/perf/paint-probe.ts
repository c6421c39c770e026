import type { Page } from 'playwright';

/** What the grid shows once it has answered. */
export interface ShownAnswer {
  readonly total: number;
  /** Name of the first server; null: no row fits. */
  readonly firstHost: string | null;
}

/** What happened in the browser between one input event and the frame that shows its answer. */
export interface PaintedAnswer {
  /** From the event's own time (as the browser received it) until the frame with the answer was handed to the screen. */
  readonly paintedMs: number;
  /** Of this, until the answer stood in the document. */
  readonly inDocumentMs: number;
}

/** Makes the page ready to be measured; once per document. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const channel = new MessageChannel();
    const afterFrame: (() => void)[] = [];
    channel.port1.addEventListener('message', () => afterFrame.splice(0).forEach((run) => run()));
    channel.port1.start();
    /** Runs after the next frame's style, layout and paint: a message sent from a frame callback comes after that frame. */
    const afterPaint = (run: () => void): void => {
      requestAnimationFrame(() => {
        afterFrame.push(run);
        channel.port2.postMessage(null);
      });
    };
    Object.assign(globalThis, { landfallAfterPaint: afterPaint });
  });
}

/**
 * Waits for the next `kind` event and then for the frame in which the grid shows exactly `answer`, no longer busy and with
 * every row on the screen loaded. The promise lies in the page until `readProbe` takes it.
 */
export async function armProbe(page: Page, kind: 'input' | 'click', answer: ShownAnswer): Promise<void> {
  await page.evaluate(
    ({ kind: type, answer: { total, firstHost } }) => {
      const afterPaint: (run: () => void) => void = Reflect.get(globalThis, 'landfallAfterPaint');
      let startedAt: number | undefined;
      addEventListener(type, (event) => (startedAt = event.timeStamp), { capture: true, once: true });
      const isShown = (): boolean => {
        const grid = document.querySelector('[role="table"]');
        if (startedAt === undefined || grid === null || grid.getAttribute('aria-busy') === 'true' || Number(grid.getAttribute('aria-rowcount')) !== total + 1) return false;
        const first = grid.querySelector('[aria-rowindex="2"]');
        const hosts = first === null ? [] : [...first.querySelectorAll('[role="cell"]')].map((cell) => cell.textContent);
        return firstHost === null ? first === null : hosts.includes(firstHost);
      };
      const shown = new Promise<{ paintedMs: number; inDocumentMs: number }>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isShown()) return;
          observer.disconnect();
          const inDocumentMs = performance.now() - (startedAt ?? 0);
          afterPaint(() => resolve({ paintedMs: performance.now() - (startedAt ?? 0), inDocumentMs }));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      Object.assign(globalThis, { landfallShown: shown });
    },
    { kind, answer },
  );
}

const LIMIT_MS = 5000;

/** The measured answer; throws when the grid never showed what the core says. */
export async function readProbe(page: Page, what: string): Promise<PaintedAnswer> {
  const painted = await page.evaluate(async (limit) => {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), limit));
    return Promise.race([Reflect.get(globalThis, 'landfallShown') as Promise<{ paintedMs: number; inDocumentMs: number }>, late]);
  }, LIMIT_MS);
  if (painted === null) throw new Error(`The grid never showed the answer of ${what}.`);
  return painted;
}

export interface ScrolledFrames {
  readonly frames: number;
  /** Most frames one after the other in which a row on the screen was missing or not yet loaded. */
  readonly longestBlankFrames: number;
  readonly frameP95Ms: number;
}

/** Rolls the grid by wheel-like steps, one per frame, and looks after each frame whether the screen was full of rows. */
export async function scrollThrough(page: Page, stepPx: number, frames: number): Promise<ScrolledFrames> {
  return page.evaluate(
    async ({ stepPx: step, frames: wanted }) => {
      const afterPaint: (run: () => void) => void = Reflect.get(globalThis, 'landfallAfterPaint');
      const grid = document.querySelector('[role="table"]');
      if (grid === null) throw new Error('There is no grid.');
      const times: number[] = [];
      let [blank, longest, before] = [0, 0, performance.now()];
      for (let frame = 0; frame < wanted; frame += 1) {
        grid.scrollTop += step;
        await new Promise<void>((resolve) => afterPaint(resolve));
        times.push(performance.now() - before);
        const { top, bottom } = grid.getBoundingClientRect();
        const rows = [...grid.querySelectorAll('[role="rowgroup"] > [aria-rowindex]')].filter((row) => row.getAttribute('aria-rowindex') !== '1');
        const boxes = rows.map((row) => ({ box: row.getBoundingClientRect(), ghost: row.querySelector('[role="img"][aria-label]:empty') !== null }));
        const seen = boxes.filter(({ box }) => box.bottom > top + 32 && box.top < bottom - 40);
        const covered = seen.reduce((sum, { box }) => sum + box.height, 0);
        blank = covered < bottom - top - 32 - 40 || seen.some(({ ghost }) => ghost) ? blank + 1 : 0;
        longest = Math.max(longest, blank);
        before = performance.now();
      }
      times.sort((left, right) => left - right);
      return { frames: times.length, longestBlankFrames: longest, frameP95Ms: Math.round(times[Math.ceil(times.length * 0.95) - 1] ?? 0) };
    },
    { stepPx, frames },
  );
}
