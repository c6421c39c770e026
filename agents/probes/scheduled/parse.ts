import type { ScheduleFacts } from '../../../shared/model/schedule-facts.ts';
import { defined } from '../key-values.ts';
import { readField } from '../read-field.ts';
import { readCount } from '../read-number.ts';

type Job = ScheduleFacts['jobs'][number];
const LONGEST = 300;
const MOST = 1000;

function parseJob(fields: readonly string[]): Job | undefined {
  const [word, source = '', second = '', third = ''] = fields;
  if (word === 'cron' && third !== '') {
    return { kind: 'cron', source: source.slice(0, LONGEST), ...defined({ user: readField(second) }), schedule: third.replaceAll('_', ' ').slice(0, LONGEST), runs: fields.slice(4, 7).map((path) => path.slice(0, LONGEST)) };
  }
  if (word === 'every' && second !== '') return { kind: 'periodic', source: `/etc/cron.${source}`.slice(0, LONGEST), schedule: source.slice(0, LONGEST), runs: [fields.slice(2).join(' ').slice(0, LONGEST)] };
  const unit = readField(second, LONGEST);
  return word === 'timer' && source !== '' ? { kind: 'timer', source: source.slice(0, LONGEST), runs: unit === undefined ? [] : [unit] } : undefined;
}

export function parseScheduled(lines: readonly string[]): ScheduleFacts | undefined {
  const jobs: Job[] = [];
  let atJobs: number | undefined;
  for (const line of lines) {
    const fields = line.split(' ');
    if (fields[0] === 'at') atJobs ??= readCount(fields[1]);
    else {
      const job = parseJob(fields);
      if (job && jobs.length < MOST) jobs.push(job);
    }
  }
  return jobs.length > 0 || atJobs !== undefined ? { jobs, ...defined({ atJobs }) } : undefined;
}
