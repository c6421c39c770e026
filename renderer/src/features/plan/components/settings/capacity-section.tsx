import { useTranslation } from 'react-i18next';
import { MultiSelectField } from '../../../../ui/fields/multi-select-field.tsx';
import { NumberField } from '../../../../ui/fields/number-field.tsx';
import { TextField } from '../../../../ui/fields/text-field.tsx';
import { Section } from '../../../../ui/section.tsx';
import { freeKey } from '../../lib/settings-problems.ts';
import { FieldList } from './field-list.tsx';
import { removeAt, replaceAt, type SettingsSectionProps } from './section-props.ts';
import { useProblemText } from './use-problem-text.ts';

const MEGABIT = 1_000_000;

/** Teams with their person-days and lines with what they carry. */
export function CapacitySection(props: SettingsSectionProps) {
  return (
    <>
      <TeamsSection {...props} />
      <LinksSection {...props} />
    </>
  );
}

function TeamsSection({ settings, problems, onChange }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  const { teams } = settings;
  return (
    <Section title={t('settings.teams')}>
      <FieldList
        label={t('settings.teams')}
        entries={teams}
        keyOf={(team) => team.id}
        nameOf={(team) => team.name}
        keepOne
        addLabel={t('settings.addTeam')}
        onAdd={() => onChange({ teams: [...teams, { id: freeKey('team', teams.map((team) => team.id)), name: t('settings.teamName'), personDaysPerDay: 1 }] })}
        onRemove={(index) => onChange({ teams: removeAt(teams, index) })}
        fields={(team, index) => (
          <>
            <TextField label={t('settings.teamName')} value={team.name} width={260} maxLength={120} onChange={(name) => onChange({ teams: replaceAt(teams, index, { name }) })} error={problem(`teams.${String(index)}.name`)} />
            <NumberField label={t('settings.personDaysPerDay')} value={team.personDaysPerDay} width={200} min={0} max={10_000} decimals={1} onChange={(days) => (days === null ? undefined : onChange({ teams: replaceAt(teams, index, { personDaysPerDay: days }) }))} />
          </>
        )}
      />
    </Section>
  );
}

function LinksSection({ settings, problems, onChange, departments }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  const { links } = settings;
  const change = (index: number, part: Partial<(typeof links)[number]>): void => onChange({ links: replaceAt(links, index, part) });
  return (
    <Section title={t('settings.links')}>
      <FieldList
        label={t('settings.links')}
        entries={links}
        keyOf={(link) => link.id}
        nameOf={(link) => link.name}
        addLabel={t('settings.addLink')}
        onAdd={() => onChange({ links: [...links, { id: freeKey('line', links.map((link) => link.id)), name: t('settings.linkName'), bitsPerSecond: 1000 * MEGABIT, shareRatio: 0.5, hoursPerDay: 8, departmentIds: [] }] })}
        onRemove={(index) => onChange({ links: removeAt(links, index) })}
        fields={(link, index) => (
          <>
            <TextField label={t('settings.linkName')} value={link.name} width={220} maxLength={120} onChange={(name) => change(index, { name })} error={problem(`links.${String(index)}.name`)} />
            <NumberField label={t('settings.megabits')} value={Math.round(link.bitsPerSecond / MEGABIT)} width={120} min={0} max={1_000_000} onChange={(megabits) => (megabits === null ? undefined : change(index, { bitsPerSecond: megabits * MEGABIT }))} />
            <NumberField label={t('settings.shareRatio')} value={Math.round(link.shareRatio * 100)} width={130} min={0} max={100} onChange={(percent) => (percent === null ? undefined : change(index, { shareRatio: percent / 100 }))} />
            <NumberField label={t('settings.hoursPerDay')} value={link.hoursPerDay} width={120} min={0} max={24} decimals={1} onChange={(hours) => (hours === null ? undefined : change(index, { hoursPerDay: hours }))} />
            <MultiSelectField label={t('settings.linkDepartments')} value={link.departmentIds ?? []} width={300} choices={departments} placeholder={t('settings.allOthers')} onChange={(ids) => change(index, { departmentIds: ids.length === 0 ? null : [...ids] })} />
          </>
        )}
      />
    </Section>
  );
}
