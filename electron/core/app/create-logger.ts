import type { Logger } from '../ports/logger.ts';

export interface LogRecord {
  readonly at: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
/** Where records go: a file, stderr, a test's list. */
export type LogSink = (record: LogRecord) => void;

const SECRET_NAME = /pass(word|phrase)?|secret|token|credential|private|cookie|authorization/i;
const MAX_DEPTH = 6;
const MAX_TEXT = 2000;

/** Masks values under names that sound like secrets, at any depth, and bounds long texts. */
export function maskSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => maskSecrets(item, depth + 1));
  if (value instanceof Error) return { name: value.name, message: maskSecrets(value.message), stack: value.stack };
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, SECRET_NAME.test(name) ? '***' : maskSecrets(item, depth + 1)]));
}

export function createLogger(sink: LogSink, now: () => Date): Logger {
  const write = (level: LogRecord['level']) => (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
    const masked = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, SECRET_NAME.test(name) ? '***' : maskSecrets(value)]));
    sink({ at: now().toISOString(), level, event, fields: masked });
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
