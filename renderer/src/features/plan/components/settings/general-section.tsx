import { useTranslation } from 'react-i18next';
import { ADOPTION_MEASURES } from '../../../../../../shared/model/plan.ts';
import { DateField } from '../../../../ui/fields/date-field.tsx';
import { NumberField } from '../../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../../ui/fields/select-field.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Row, Stack } from '../../../../ui/stack.tsx';
import { FieldList } from './field-list.tsx';
import { removeAt, replaceAt, type SettingsSectionProps } from './section-props.ts';
import { useProblemText } from './use-problem-text.ts';

/** Start, wave length, measure and the adoption targets. */
export function GeneralSection({ settings, problems, onChange }: SettingsSectionProps) {
  const { t } = useTranslation(['plan', 'exports']);
  const problem = useProblemText(problems);
  const last = settings.targets.at(-1);
  return (
    <>
      <Section title={t('settings.general')}>
        <Row gap={3} align="flex-start" wrap>
          <DateField label={t('settings.startDate')} value={settings.startDate} width={180} onChange={(date) => (date === null ? undefined : onChange({ startDate: date }))} error={problem('startDate')} />
          <NumberField label={t('settings.waveLengthDays')} value={settings.waveLengthDays} width={180} min={7} max={366} onChange={(days) => (days === null ? undefined : onChange({ waveLengthDays: days }))} error={problem('waveLengthDays')} />
          <SelectField label={t('settings.measure')} value={settings.measure} width={200} onChange={(measure) => onChange({ measure })} choices={ADOPTION_MEASURES.map((value) => ({ value, label: t(`exports:measure.${value}`) }))} />
        </Row>
      </Section>
      <Section title={t('settings.targets')}>
        <FieldList
          label={t('settings.targets')}
          entries={settings.targets}
          keyOf={(_target, index) => String(index)}
          nameOf={(target) => `${String(Math.round(target.ratio * 100))} % ${target.date}`}
          keepOne
          addLabel={t('settings.addTarget')}
          onAdd={() => onChange({ targets: [...settings.targets, { ratio: 1, date: last?.date ?? settings.startDate }] })}
          onRemove={(index) => onChange({ targets: removeAt(settings.targets, index) })}
          fields={(target, index) => (
            <Stack gap={0}>
              <Row gap={3} align="flex-start">
                <NumberField label={t('settings.ratio')} value={Math.round(target.ratio * 1000) / 10} width={120} min={1} max={100} decimals={1} onChange={(percent) => (percent === null ? undefined : onChange({ targets: replaceAt(settings.targets, index, { ratio: percent / 100 }) }))} error={problem(`targets.${String(index)}.ratio`)} />
                <DateField label={t('settings.date')} value={target.date} width={180} onChange={(date) => (date === null ? undefined : onChange({ targets: replaceAt(settings.targets, index, { date }) }))} error={problem(`targets.${String(index)}.date`)} />
              </Row>
            </Stack>
          )}
        />
      </Section>
    </>
  );
}
