import type { Job } from '../../../shared/model/job.ts';
import { english } from '../../../shared/i18n/english.ts';
import { chinese } from '../../../shared/i18n/chinese.ts';
import { formatCount, formatDuration, formatRatio } from '../../../shared/i18n/format.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { CliIo } from './cli-io.ts';
import { cleanText } from './output/clean-text.ts';
import { fitWidth } from './output/display-width.ts';

const LINE_EVERY_MS = 30_000;

function phaseName(language: Language, phase: string): string {
  const phases: Readonly<Record<string, string>> = (language === 'en' ? english : chinese).jobs.phase;
  return Object.hasOwn(phases, phase) ? (phases[phase] ?? phase) : phase;
}

export function progressLine(language: Language, { progress }: Job): string {
  const eta = progress.etaSeconds ? ` ${formatDuration(language, progress.etaSeconds.low)} - ${formatDuration(language, progress.etaSeconds.high)}` : '';
  const count = progress.total > 0 ? ` ${formatCount(language, progress.done)}/${formatCount(language, progress.total)}` : '';
  return cleanText(`${phaseName(language, progress.phase)} ${formatRatio(language, progress.fraction)}${count}${eta} ${progress.current ?? ''}`.trimEnd());
}

export interface ProgressView {
  show(job: Job): void;
  end(): void;
}

/** A line that rewrites itself on a terminal; elsewhere one line every 30 s, so that logs stay short. */
export function createProgressView(io: Pick<CliIo, 'stderr' | 'env'>, language: Language, monotonicMs: () => number): ProgressView {
  const live = io.stderr.isTTY && io.env['TERM'] !== 'dumb';
  let lastLineMs = monotonicMs();
  let shown = false;
  return {
    show(job) {
      if (live) {
        io.stderr.write(`\r\u001b[K${fitWidth(progressLine(language, job), (io.stderr.columns ?? 80) - 1)}`);
        shown = true;
      } else if (monotonicMs() - lastLineMs >= LINE_EVERY_MS) {
        lastLineMs = monotonicMs();
        io.stderr.write(`${progressLine(language, job)}\n`);
      }
    },
    end() {
      if (shown) io.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
