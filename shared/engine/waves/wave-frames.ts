import { dayNumber } from '../../kernel/calendar-date.ts';
import type { PlanSettings } from '../../model/plan.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A plan never looks further ahead. */
export const HORIZON_DAYS = 3660;

/** The time of one wave, before anything is put into it. */
export interface WaveFrame {
  readonly index: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Days that give capacity to teams. */
  readonly openDayCount: number;
  /** Days on which a cut-over may be; empty when the whole wave is closed. Department freezes come on top. */
  readonly cutOverDays: readonly number[];
}

export interface WaveFrames {
  readonly count: number;
  /** Wave `index` from 1; beyond `count` too, for waves pinned by hand. */
  readonly at: (index: number) => WaveFrame;
  /** The wave in which the day lies; below 1 for days before the start. */
  readonly indexOf: (day: number) => number;
}

/** Cut-overs are at the end of a wave: its last half, at most the last 7 days. */
export function cutOverWindowDays(waveLengthDays: number): number {
  return Math.min(7, Math.ceil(waveLengthDays / 2));
}

/**
 * Wave i covers the days start + (i - 1) * length … start + i * length - 1. Its cut-over days are the open days of the
 * window; when a holiday closes all of it, the last open day of the wave serves instead.
 */
export function buildWaveFrames(settings: Pick<PlanSettings, 'startDate' | 'waveLengthDays'>, calendar: WorkCalendar): WaveFrames {
  const startDay = dayNumber(settings.startDate);
  const length = settings.waveLengthDays;
  const frames = new Map<number, WaveFrame>();
  const build = (index: number): WaveFrame => {
    const fromDay = startDay + (index - 1) * length;
    const toDay = fromDay + length - 1;
    const openDays = Array.from({ length }, (_, offset) => fromDay + offset).filter(calendar.isOpenDay);
    const inWindow = openDays.filter((day) => day > toDay - cutOverWindowDays(length));
    return { index, fromDay, toDay, openDayCount: openDays.length, cutOverDays: inWindow.length > 0 ? inWindow : openDays.slice(-1) };
  };
  return {
    count: Math.max(1, Math.floor(HORIZON_DAYS / length)),
    at: (index) => {
      const known = frames.get(index);
      if (known) return known;
      const frame = build(index);
      frames.set(index, frame);
      return frame;
    },
    indexOf: (day) => Math.floor((day - startDay) / length) + 1,
  };
}
