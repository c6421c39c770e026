import type { Page } from 'playwright';
import { armProbe, installProbe, readProbe, type PaintedAnswer } from './paint-probe.ts';

const [ROWS, COLUMNS] = [32, 14] as const;

/**
 * The least any program could need in this browser on this machine now: after a key, one round trip to the same server (which
 * answers without any work), as many plain cells rewritten as the grid shows, the next frame. Without a framework, on a bare page.
 */
export async function paintFloor(page: Page, origin: string, samples: number): Promise<PaintedAnswer[]> {
  await page.goto(`${origin}/session`);
  await page.evaluate(
    ({ rows, columns }) => {
      const field = document.createElement('input');
      const grid = document.createElement('div');
      grid.setAttribute('role', 'table');
      for (let row = 0; row < rows; row += 1) {
        const line = grid.appendChild(document.createElement('div'));
        line.setAttribute('aria-rowindex', String(row + 2));
        line.style.cssText = 'display: flex; height: 28px';
        for (let column = 0; column < columns; column += 1) {
          const cell = line.appendChild(document.createElement('div'));
          cell.setAttribute('role', 'cell');
          cell.style.width = '120px';
        }
      }
      document.body.replaceChildren(field, grid);
      field.addEventListener('input', () => {
        void fetch('/session').then(async (reply) => {
          await reply.text();
          const cells = [...grid.querySelectorAll('[role="cell"]')];
          cells.forEach((cell, index) => (cell.textContent = index === 0 ? field.value : `${field.value.length} ${index}`));
          grid.setAttribute('aria-rowcount', '1');
        });
      });
      field.focus();
    },
    { rows: ROWS, columns: COLUMNS },
  );
  await installProbe(page);
  const times: PaintedAnswer[] = [];
  for (let sample = 1; sample <= samples; sample += 1) {
    await armProbe(page, 'input', { total: 0, firstHost: 'a'.repeat(sample) });
    await page.keyboard.type('a');
    times.push(await readProbe(page, 'the floor'));
  }
  return times;
}
