import { addDays, dayNumber } from '../../../../shared/kernel/calendar-date.ts';
import { buildWorkCalendar } from '../../../../shared/engine/waves/work-calendar.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { ExportDataset, ExportPlan } from '../dataset.ts';
import type { Wording } from '../wording.ts';
import { CALENDAR_UID, calendarElement } from './calendar-element.ts';
import { taskTree, type PlanTask } from './task-tree.ts';
import { renderXml, type XmlElement } from './xml-element.ts';

/** FieldIDs of Text1 and Text2. */
const FIELDS = [{ id: 188743731, name: 'Text1', alias: 'department' }, { id: 188743734, name: 'Text2', alias: 'systemId' }] as const;
const HOURS_PER_DAY = 8;
/** Days after the last task that the calendar still describes. */
const CALENDAR_MARGIN_DAYS = 60;

const hours = (amount: number): string => `PT${Math.floor(amount)}H${Math.round((amount % 1) * 60)}M0S`;
const startOf = (task: PlanTask): string => `${task.from}T${task.phase === 'cutOver' ? '17' : '08'}:00:00`;
const finishOf = (task: PlanTask): string => `${task.to}T17:00:00`;

/** A summary lasts from its first to its last open day; a phase as long as its open days. */
function durationHours(task: PlanTask, isOpenDay: (day: number) => boolean): number {
  if (task.kind === 'phase') return task.workDays * HOURS_PER_DAY;
  let days = 0;
  for (let day = dayNumber(task.from); day <= dayNumber(task.to); day += 1) if (isOpenDay(day)) days += 1;
  return days * HOURS_PER_DAY;
}

function taskElement(task: PlanTask, isOpenDay: (day: number) => boolean): XmlElement {
  const milestone = task.kind === 'phase' && task.workDays === 0;
  const start = milestone ? finishOf(task) : startOf(task);
  const duration = hours(durationHours(task, isOpenDay));
  const work = hours(Object.values(task.workHours).reduce((sum, amount) => sum + amount, 0));
  const attributes = FIELDS.flatMap((field): XmlElement[] => {
    const value = field.alias === 'department' ? task.departmentName : task.itemId;
    return value === undefined ? [] : [['ExtendedAttribute', [['FieldID', field.id], ['Value', value]]]];
  });
  return ['Task', [
    ['UID', task.uid], ['ID', task.uid], ['Name', task.name], ['Active', 1], ['Manual', 0], ['Type', 1], ['IsNull', 0],
    ['WBS', task.outlineNumber], ['OutlineNumber', task.outlineNumber], ['OutlineLevel', task.outlineLevel], ['Priority', 500],
    ['Start', start], ['Finish', finishOf(task)], ['Duration', duration], ['DurationFormat', 7], ['Work', work],
    ['Milestone', milestone ? 1 : 0], ['Summary', task.kind === 'phase' ? 0 : 1], ['PercentComplete', task.percentComplete],
    ...(task.kind === 'phase' ? [['ConstraintType', 4], ['CalendarUID', CALENDAR_UID], ['ConstraintDate', start]] satisfies XmlElement[] : [['CalendarUID', CALENDAR_UID]] satisfies XmlElement[]),
    ['Notes', task.note],
    ...task.predecessorUids.map((uid): XmlElement => ['PredecessorLink', [['PredecessorUID', uid], ['Type', 1], ['CrossProject', 0], ['LinkLag', 0], ['LagFormat', 7]]]),
    ...attributes,
    ['Baseline', [['Number', 0], ['Start', start], ['Finish', finishOf(task)], ['Duration', duration], ['Work', work]]],
  ]];
}

function resourceElements(plan: ExportPlan): XmlElement[] {
  return plan.settings.teams.map((team, index): XmlElement => ['Resource', [['UID', index + 1], ['ID', index + 1], ['Name', team.name], ['Type', 1], ['IsNull', 0], ['MaxUnits', team.personDaysPerDay], ['CalendarUID', CALENDAR_UID], ['Notes', `landfall:team:${team.id}`]]]);
}

function assignmentElements(tasks: readonly PlanTask[], plan: ExportPlan): XmlElement[] {
  const teamUid = new Map(plan.settings.teams.map((team, index) => [team.id, index + 1]));
  const rows = tasks.flatMap((task) => Object.entries(task.workHours).flatMap(([teamId, amount]) => {
    const resourceUid = teamUid.get(teamId);
    return resourceUid === undefined ? [] : [{ task, resourceUid, amount }];
  }));
  return rows.map(({ task, resourceUid, amount }, index): XmlElement => ['Assignment', [
    ['UID', index + 1], ['TaskUID', task.uid], ['ResourceUID', resourceUid], ['Finish', finishOf(task)], ['Start', startOf(task)],
    ['Units', Number((amount / Math.max(1, task.workDays * HOURS_PER_DAY)).toFixed(4))], ['Work', hours(amount)],
  ]]);
}

/**
 * The plan for MS Project and ProjectLibre (MSPDI 2010 and later): a summary per wave and system, five tasks per system with
 * finish-to-start links, the programme's calendar with its exceptions, baseline 0, teams as resources with their work.
 * Raises `plan.not_found` when there is none.
 */
export function writeMspdi(dataset: ExportDataset, wording: Wording): string {
  const plan = dataset.plan;
  if (plan === null) throw new AppError('plan.not_found');
  const { isOpenDay } = buildWorkCalendar(plan.settings);
  const tasks = taskTree(dataset, plan, isOpenDay, wording);
  const lastDay = tasks.reduce((latest, task) => (task.to > latest ? task.to : latest), plan.settings.startDate);
  const asOf = dataset.asOf.slice(0, 19);
  const project: XmlElement = ['Project', [
    ['SaveVersion', 14], ['Name', `${dataset.projectName}.xml`], ['Title', `${dataset.projectName} - ${plan.name}`], ['ScheduleFromStart', 1],
    ['StartDate', `${plan.settings.startDate}T08:00:00`], ['FinishDate', `${lastDay}T17:00:00`], ['CurrencyCode', dataset.currency], ['CalendarUID', CALENDAR_UID],
    ['DefaultStartTime', '08:00:00'], ['DefaultFinishTime', '17:00:00'], ['MinutesPerDay', 480], ['MinutesPerWeek', 2400], ['DaysPerMonth', 20], ['StatusDate', asOf],
    ['ExtendedAttributes', FIELDS.map((field): XmlElement => ['ExtendedAttribute', [['FieldID', field.id], ['FieldName', field.name], ['Alias', wording.word('column', field.alias)]]])],
    ['Calendars', [calendarElement(plan.settings, isOpenDay, dayNumber(plan.settings.startDate), dayNumber(addDays(lastDay, CALENDAR_MARGIN_DAYS)))]],
    ['Tasks', tasks.map((task) => taskElement(task, isOpenDay))],
    ['Resources', resourceElements(plan)],
    ['Assignments', assignmentElements(tasks, plan)],
  ]];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${renderXml(project, ' xmlns="http://schemas.microsoft.com/project"')}\n`;
}
