import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../../../ui/fields/checkbox-field.tsx';
import { DateField } from '../../../../ui/fields/date-field.tsx';
import { TextField } from '../../../../ui/fields/text-field.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Row, Stack } from '../../../../ui/stack.tsx';
import { FieldList } from './field-list.tsx';
import { removeAt, replaceAt, type SettingsSectionProps } from './section-props.ts';
import { useProblemText } from './use-problem-text.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Working weekdays, holidays, and the weekend days worked in exchange for them. */
export function CalendarSection({ settings, problems, onChange }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  const { calendar } = settings;
  const change = (part: Partial<typeof calendar>): void => onChange({ calendar: { ...calendar, ...part } });
  const weekdays = problem('calendar.workingWeekdays');
  return (
    <Section title={t('settings.calendar')}>
      <Stack gap={4}>
        <div role="group" aria-label={t('settings.workingWeekdays')}>
          <Row gap={4} wrap>
            {WEEKDAYS.map((day) => (
              <CheckboxField key={day} label={t(`settings.weekday.${day}`)} value={calendar.workingWeekdays.includes(day)} onChange={(on) => change({ workingWeekdays: WEEKDAYS.filter((one) => (one === day ? on : calendar.workingWeekdays.includes(one))) })} />
            ))}
          </Row>
          {weekdays === undefined ? null : <p role="alert" style={{ color: 'var(--blocked)' }}>{weekdays}</p>}
        </div>
        <h3>{t('settings.holidays')}</h3>
        <FieldList
          label={t('settings.holidays')}
          entries={calendar.holidays}
          keyOf={(_holiday, index) => String(index)}
          nameOf={(holiday) => holiday.name}
          addLabel={t('settings.addHoliday')}
          onAdd={() => change({ holidays: [...calendar.holidays, { name: t('settings.holidayName'), from: settings.startDate, to: settings.startDate }] })}
          onRemove={(index) => change({ holidays: removeAt(calendar.holidays, index) })}
          fields={(holiday, index) => (
            <>
              <TextField label={t('settings.holidayName')} value={holiday.name} width={220} maxLength={120} onChange={(name) => change({ holidays: replaceAt(calendar.holidays, index, { name }) })} />
              <DateField label={t('settings.from')} value={holiday.from} width={160} onChange={(from) => (from === null ? undefined : change({ holidays: replaceAt(calendar.holidays, index, { from }) }))} />
              <DateField label={t('settings.to')} value={holiday.to} width={160} onChange={(to) => (to === null ? undefined : change({ holidays: replaceAt(calendar.holidays, index, { to }) }))} error={problem(`calendar.holidays.${String(index)}.to`)} />
            </>
          )}
        />
        <h3>{t('settings.makeUpDays')}</h3>
        <FieldList
          label={t('settings.makeUpDays')}
          entries={calendar.makeUpDays}
          keyOf={(_day, index) => String(index)}
          nameOf={(day) => day}
          addLabel={t('settings.addMakeUp')}
          onAdd={() => change({ makeUpDays: [...calendar.makeUpDays, settings.startDate] })}
          onRemove={(index) => change({ makeUpDays: removeAt(calendar.makeUpDays, index) })}
          fields={(day, index) => <DateField label={t('settings.day')} value={day} width={160} onChange={(date) => (date === null ? undefined : change({ makeUpDays: calendar.makeUpDays.map((one, at) => (at === index ? date : one)) }))} />}
        />
      </Stack>
    </Section>
  );
}
