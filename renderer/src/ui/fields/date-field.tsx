import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { calendarDateSchema, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { useLanguage } from '../use-language.ts';
import { fieldBase, type FieldProps } from './field-props.ts';

export interface DateFieldProps extends FieldProps<CalendarDate | null> {
  readonly min?: CalendarDate;
  readonly max?: CalendarDate;
}

/** A day as YYYY-MM-DD, typed or chosen; null = none. */
export function DateField({ value, onChange, min, max, ...base }: DateFieldProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const choose = (next: string | null): void => {
    const parsed = calendarDateSchema.safeParse(next ?? '');
    onChange(parsed.success ? parsed.data : null);
  };
  return (
    <DateInput
      {...fieldBase(base)}
      value={value}
      onChange={choose}
      valueFormat="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      clearable
      clearButtonProps={{ 'aria-label': t('date.clear') }}
      monthLabelFormat={language === 'zh-CN' ? 'YYYY年M月' : 'MMMM YYYY'}
      yearLabelFormat={language === 'zh-CN' ? 'YYYY年' : 'YYYY'}
      firstDayOfWeek={1}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  );
}
