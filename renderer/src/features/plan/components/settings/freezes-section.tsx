import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../../../shared/kernel/calendar-date.ts';
import { DateField } from '../../../../ui/fields/date-field.tsx';
import { MultiSelectField } from '../../../../ui/fields/multi-select-field.tsx';
import { TextField } from '../../../../ui/fields/text-field.tsx';
import { Section } from '../../../../ui/section.tsx';
import { freeKey } from '../../lib/settings-problems.ts';
import { FieldList } from './field-list.tsx';
import { removeAt, replaceAt, type SettingsSectionProps } from './section-props.ts';
import { useProblemText } from './use-problem-text.ts';

/** Days without cut-overs, for the whole city or for some departments. */
export function FreezesSection({ settings, problems, onChange, departments }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  const { freezes } = settings;
  const change = (index: number, part: Partial<(typeof freezes)[number]>): void => onChange({ freezes: replaceAt(freezes, index, part) });
  return (
    <Section title={t('settings.freezes')}>
      <FieldList
        label={t('settings.freezes')}
        entries={freezes}
        keyOf={(freeze) => freeze.id}
        nameOf={(freeze) => freeze.name}
        addLabel={t('settings.addFreeze')}
        onAdd={() => onChange({ freezes: [...freezes, { id: freeKey('freeze', freezes.map((freeze) => freeze.id)), name: t('settings.freezes'), from: settings.startDate, to: addDays(settings.startDate, 6), departmentIds: null }] })}
        onRemove={(index) => onChange({ freezes: removeAt(freezes, index) })}
        fields={(freeze, index) => (
          <>
            <TextField label={t('settings.freezeName')} value={freeze.name} width={220} maxLength={200} onChange={(name) => change(index, { name })} error={problem(`freezes.${String(index)}.name`)} />
            <DateField label={t('settings.from')} value={freeze.from} width={160} onChange={(from) => (from === null ? undefined : change(index, { from }))} />
            <DateField label={t('settings.to')} value={freeze.to} width={160} onChange={(to) => (to === null ? undefined : change(index, { to }))} error={problem(`freezes.${String(index)}.to`)} />
            <MultiSelectField label={t('settings.freezeDepartments')} value={freeze.departmentIds ?? []} width={300} choices={departments} placeholder={t('settings.wholeCity')} onChange={(ids) => change(index, { departmentIds: ids.length === 0 ? null : [...ids] })} />
          </>
        )}
      />
    </Section>
  );
}
