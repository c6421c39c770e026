import { AppError } from '../../../../shared/kernel/app-error.ts';
import { daysBetween, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { localCalendarDate } from '../../../../shared/kernel/local-date.ts';
import { CRYPTO_CLASSES, type CryptoClass, type CryptoException } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { dropException, loadExceptions, putException, type StoredException } from './store.ts';

/** An exception ends; a longer need is asked for again. */
const LONGEST_DAYS = 366;

const isExpired = (exception: StoredException, today: CalendarDate): boolean => daysBetween(today, exception.until) < 0;

export function listExceptions(database: ProjectDatabase, now: Date): CryptoException[] {
  const today = localCalendarDate(now);
  return loadExceptions(database).map((exception) => ({ ...exception, expired: isExpired(exception, today) }));
}

export interface ExceptionRequest {
  readonly host: string;
  readonly port: number;
  readonly allow: readonly CryptoClass[];
  readonly until: CalendarDate;
  readonly reason: string;
}

/** Throws `request.invalid_input` when the day has passed or is more than a year away. */
export function allowCrypto(database: ProjectDatabase, asked: ExceptionRequest, { by, now }: { by: string; now: Date }): CryptoException {
  const daysLeft = daysBetween(localCalendarDate(now), asked.until);
  if (daysLeft < 0 || daysLeft > LONGEST_DAYS) throw new AppError('request.invalid_input', { fields: ['until'] });
  const exception = { ...asked, host: asked.host.toLowerCase(), allow: CRYPTO_CLASSES.filter((name) => asked.allow.includes(name)), by, at: now.toISOString() };
  const summary = { host: exception.host, port: exception.port, allow: exception.allow.join(', '), until: exception.until };
  database.edit({ action: 'scan.allowCrypto', by, summary }, () => putException(database, exception));
  return { ...exception, expired: false };
}

/** Throws `record.not_found`. */
export function removeException(database: ProjectDatabase, place: { host: string; port: number }, by: string): { removed: number } {
  const host = place.host.toLowerCase();
  return database.edit({ action: 'scan.removeCryptoException', by, summary: { host, port: place.port } }, () => {
    const removed = dropException(database, host, place.port);
    if (removed === 0) throw new AppError('record.not_found', { kind: 'crypto-exception', id: `${host}:${place.port}` });
    return { removed };
  });
}

/** What is allowed for a host right now. */
export type CryptoRules = (host: string, port: number) => Pick<StoredException, 'allow' | 'until'> | undefined;

/** Read once per run; whether a day has passed is asked at each contact, as a run may last beyond midnight. */
export function readCryptoRules(database: ProjectDatabase, now: () => Date): CryptoRules {
  const byPlace = new Map(loadExceptions(database).map((exception) => [`${exception.host}:${exception.port}`, exception]));
  return (host, port) => {
    const exception = byPlace.get(`${host.toLowerCase()}:${port}`);
    return exception && !isExpired(exception, localCalendarDate(now())) ? exception : undefined;
  };
}
