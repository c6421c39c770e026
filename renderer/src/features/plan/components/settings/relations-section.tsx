import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { MultiSelectField } from '../../../../ui/fields/multi-select-field.tsx';
import { SelectField } from '../../../../ui/fields/select-field.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Row } from '../../../../ui/stack.tsx';
import { FieldList } from './field-list.tsx';
import { removeAt, replaceAt, type SettingsSectionProps } from './section-props.ts';
import { useProblemText } from './use-problem-text.ts';

/** Which system goes before which, which must share a wave, and which are pinned. */
export function RelationsSection(props: SettingsSectionProps) {
  return (
    <>
      <PrecedencesSection {...props} />
      <TogetherSection {...props} />
      <PinsSection {...props} />
    </>
  );
}

function PrecedencesSection({ settings, problems, onChange, systems }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  const { precedences } = settings;
  const nameOf = (id: string): string => systems.find((system) => system.value === id)?.label ?? id;
  const [first, second] = systems;
  return (
    <Section title={t('settings.precedences')}>
      <FieldList
        label={t('settings.precedences')}
        entries={precedences}
        keyOf={(_pair, index) => String(index)}
        nameOf={(pair) => `${nameOf(pair.before)} → ${nameOf(pair.after)}`}
        addLabel={t('settings.addPrecedence')}
        onAdd={() => (first === undefined || second === undefined ? undefined : onChange({ precedences: [...precedences, { before: first.value, after: second.value }] }))}
        onRemove={(index) => onChange({ precedences: removeAt(precedences, index) })}
        fields={(pair, index) => (
          <>
            <SelectField label={t('settings.before')} value={pair.before} width={300} searchable choices={systems} onChange={(before) => onChange({ precedences: replaceAt(precedences, index, { before }) })} />
            <SelectField label={t('settings.after')} value={pair.after} width={300} searchable choices={systems} onChange={(after) => onChange({ precedences: replaceAt(precedences, index, { after }) })} error={problem(`precedences.${String(index)}.after`)} />
          </>
        )}
      />
    </Section>
  );
}

function TogetherSection({ settings, problems, onChange, systems }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  const { together } = settings;
  const pair = systems.slice(0, 2).map((system) => system.value);
  return (
    <Section title={t('settings.together')}>
      <FieldList
        label={t('settings.together')}
        entries={together}
        keyOf={(_set, index) => String(index)}
        nameOf={(_set, index) => t('settings.row', { label: t('settings.together'), index: index + 1 })}
        addLabel={t('settings.addTogether')}
        onAdd={() => (pair.length < 2 ? undefined : onChange({ together: [...together, pair] }))}
        onRemove={(index) => onChange({ together: removeAt(together, index) })}
        fields={(set, index) => <MultiSelectField label={t('settings.togetherSystems')} value={set} width={620} choices={systems} onChange={(ids) => onChange({ together: together.map((one, at) => (at === index ? [...ids] : one)) })} error={problem(`together.${String(index)}`)} />}
      />
    </Section>
  );
}

function PinsSection({ settings, onChange, systems }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const pins = Object.entries(settings.pins);
  const nameOf = (id: string): string => systems.find((system) => system.value === id)?.label ?? id;
  return (
    <Section title={t('settings.pins')}>
      {pins.length === 0 ? <p className="muted">{t('settings.noPins')}</p> : null}
      {pins.map(([id, wave]) => (
        <Row key={id}>
          <span>{t('settings.pin', { name: nameOf(id), wave })}</span>
          <IconButton icon="trash" label={t('settings.removePin', { name: nameOf(id) })} onClick={() => onChange({ pins: Object.fromEntries(pins.filter(([one]) => one !== id)) })} />
        </Row>
      ))}
    </Section>
  );
}
