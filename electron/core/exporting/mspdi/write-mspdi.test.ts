import { describe, expect, it } from 'vitest';
import { exportDataset } from '../../../../test/support/export-dataset.ts';
import { dayNumber, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { buildWorkCalendar } from '../../../../shared/engine/waves/work-calendar.ts';
import { wordingOf } from '../wording.ts';
import { writeMspdi } from './write-mspdi.ts';

const dataset = exportDataset();
const xml = writeMspdi(dataset, wordingOf('en'));
const tasks = [...xml.matchAll(/<Task>(.*?)<\/Task>/gs)].map((match) => match[1] ?? '');
const field = (element: string, name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(element)?.[1] ?? '';

/** The order of the MSPDI schema (a sequence): what is written must appear in it, rising. */
const TASK_ORDER = ['UID', 'ID', 'Name', 'Active', 'Manual', 'Type', 'IsNull', 'WBS', 'OutlineNumber', 'OutlineLevel', 'Priority', 'Start', 'Finish', 'Duration', 'DurationFormat', 'Work', 'Milestone', 'Summary', 'PercentComplete', 'ConstraintType', 'CalendarUID', 'ConstraintDate', 'Notes', 'PredecessorLink', 'ExtendedAttribute', 'Baseline'];
const PROJECT_ORDER = ['SaveVersion', 'Name', 'Title', 'ScheduleFromStart', 'StartDate', 'FinishDate', 'CurrencyCode', 'CalendarUID', 'DefaultStartTime', 'DefaultFinishTime', 'MinutesPerDay', 'MinutesPerWeek', 'DaysPerMonth', 'StatusDate', 'ExtendedAttributes', 'Calendars', 'Tasks', 'Resources', 'Assignments'];

/** Names of the direct children, by counting depth. */
function childNames(element: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = ''] of element.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (close === '/') depth -= 1;
    else {
      if (depth === 0) names.push(name);
      depth += 1;
    }
  }
  return names;
}

function expectOrder(names: readonly string[], order: readonly string[]): void {
  const positions = names.map((name) => order.indexOf(name));
  expect(positions).not.toContain(-1);
  expect(positions).toEqual([...positions].sort((left, right) => left - right));
}

describe('writeMspdi', () => {
  it('X02: keeps the element order of the schema', () => {
    expectOrder(childNames(/<Project[^>]*>(.*)<\/Project>/s.exec(xml)?.[1] ?? ''), PROJECT_ORDER);
    for (const task of tasks) expectOrder(childNames(task), TASK_ORDER);
  });

  it('has a summary per wave and system and five phases per placed system', () => {
    expect(tasks.filter((task) => field(task, 'OutlineLevel') === '1')).toHaveLength(2);
    expect(tasks.filter((task) => field(task, 'OutlineLevel') === '2')).toHaveLength(2);
    expect(tasks.filter((task) => field(task, 'OutlineLevel') === '3')).toHaveLength(10);
  });

  it('no phase begins or ends on a day off or in a city-wide freeze', () => {
    const settings = dataset.plan?.settings;
    if (settings === undefined) throw new Error('the fixture has a plan');
    const { isOpenDay } = buildWorkCalendar(settings);
    for (const task of tasks.filter((each) => field(each, 'OutlineLevel') === '3')) {
      for (const name of ['Start', 'Finish']) expect(isOpenDay(dayNumber(field(task, name).slice(0, 10) as CalendarDate))).toBe(true);
    }
  });

  it('carries a baseline, links the phases and the precedence, and assigns the work', () => {
    expect(tasks.every((task) => task.includes('<Baseline><Number>0</Number>'))).toBe(true);
    const cutOvers = tasks.filter((task) => field(task, 'Milestone') === '1' && field(task, 'Name') === 'Cut-over');
    expect(cutOvers).toHaveLength(2);
    const second = cutOvers[1] ?? '';
    expect([...second.matchAll(/<PredecessorUID>(\d+)/g)].map((match) => match[1])).toContain(field(cutOvers[0] ?? '', 'UID'));
    const work = [...xml.matchAll(/<Assignment>.*?<Work>PT(\d+)H(\d+)M/gs)].reduce((sum, match) => sum + Number(match[1]) + Number(match[2]) / 60, 0);
    expect(work).toBeCloseTo((12.5 + 20) * 8, 0);
  });

  it('describes holidays, days in exchange and freezes as exceptions that do not overlap', () => {
    const exceptions = [...xml.matchAll(/<Exception>.*?<FromDate>(\S{10}).*?<ToDate>(\S{10}).*?<Name>(.*?)<\/Name>.*?<DayWorking>(\d)/gs)].map((match) => match.slice(1));
    expect(exceptions).toContainEqual(['2027-01-11', '2027-01-13', '两会', '0']);
    expect(exceptions).toContainEqual(['2027-02-08', '2027-02-12', '春节', '0']);
    expect(exceptions).toContainEqual(['2027-02-13', '2027-02-13', 'Working day in exchange', '1']);
  });
});
