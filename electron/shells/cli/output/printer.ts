import type { CliIo } from '../cli-io.ts';
import { cleanText, escapeJsonControls } from './clean-text.ts';
import { renderTable, type Column } from './table.ts';

export interface OutputMode {
  readonly json: boolean;
  readonly jsonl: boolean;
}

/** stdout carries data only, stderr everything said about it. */
export interface Printer {
  /** One result: the contract's output with `--json`, else the text made for people. */
  result(value: unknown, human: () => string): void;
  /** A list: `whole` with `--json`, one row a line with `--jsonl`, else a table. */
  list<Row>(rows: readonly Row[], whole: unknown, columns: readonly Column<Row>[]): void;
  message(text: string): void;
}

const toJson = (value: unknown, indent?: number): string => `${escapeJsonControls(JSON.stringify(value, null, indent))}\n`;

export function createPrinter(io: Pick<CliIo, 'stdout' | 'stderr'>, mode: () => OutputMode): Printer {
  return {
    result(value, human) {
      if (mode().jsonl) io.stdout.write(toJson(value));
      else io.stdout.write(mode().json ? toJson(value, 2) : human());
    },
    list(rows, whole, columns) {
      if (mode().json) io.stdout.write(toJson(whole, 2));
      else if (mode().jsonl) for (const row of rows) io.stdout.write(toJson(row));
      else io.stdout.write(renderTable(rows, columns, { cut: io.stdout.isTTY }));
    },
    message: (text) => io.stderr.write(`${text.split('\n').map(cleanText).join('\n')}\n`),
  };
}
