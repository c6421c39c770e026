import { useTranslation } from 'react-i18next';
import { CRITICALITIES, ENVIRONMENTS } from '../../../../../shared/model/service-system.ts';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { TextAreaField } from '../../../ui/fields/text-area-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { textOrNull, type SystemDraft, type SystemProblem } from '../lib/system-draft.ts';
import { useAllDepartments } from './use-all-departments.ts';

export interface SystemFieldsProps {
  readonly draft: SystemDraft;
  readonly problems: readonly SystemProblem[];
  readonly onChange: (change: Partial<SystemDraft>) => void;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** The form of one system. Unknown is a value of its own. */
export function SystemFields({ draft, problems, onChange }: SystemFieldsProps) {
  const { t } = useTranslation(['systems', 'exports']);
  const departments = useAllDepartments();
  const problem = (key: SystemProblem): string | undefined => (problems.includes(key) ? t(`problem.${key}`) : undefined);
  const unknown = t('unknownOption');
  return (
    <Stack>
      <TextField label={t('field.name')} value={draft.name} onChange={(name) => onChange({ name })} maxLength={200} required error={problem('name')} />
      <OptionalSelectField label={t('field.departmentId')} value={draft.departmentId} onChange={(departmentId) => onChange({ departmentId })} searchable required error={problem('department')} choices={departments.map(({ id, name }) => ({ value: id as string, label: name }))} />
      <TextField label={t('field.code')} value={draft.code ?? ''} onChange={(code) => onChange({ code: textOrNull(code) })} maxLength={60} />
      <OptionalSelectField label={t('field.criticality')} value={draft.criticality} placeholder={unknown} onChange={(criticality) => onChange({ criticality })} choices={CRITICALITIES.map((value) => ({ value, label: t(`exports:criticality.${value}`) }))} />
      <OptionalSelectField label={t('field.environment')} value={draft.environment} placeholder={unknown} onChange={(environment) => onChange({ environment })} choices={ENVIRONMENTS.map((value) => ({ value, label: t(`exports:environment.${value}`) }))} />
      <OptionalSelectField label={t('field.protectionLevel')} value={draft.protectionLevel === null ? null : String(draft.protectionLevel)} placeholder={unknown} onChange={(level) => onChange({ protectionLevel: level === null ? null : Number(level) })} choices={LEVELS.map((level) => ({ value: String(level), label: t('level', { level }) }))} />
      <OptionalSelectField label={t('field.classified')} value={draft.classified === null ? null : draft.classified ? 'yes' : 'no'} placeholder={unknown} onChange={(value) => onChange({ classified: value === null ? null : value === 'yes' })} choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`classified.${value}`) }))} />
      <TextField label={t('field.owner')} value={draft.owner ?? ''} onChange={(owner) => onChange({ owner: textOrNull(owner) })} maxLength={200} />
      <NumberField label={t('field.downtimeHours')} value={draft.downtimeHours} onChange={(downtimeHours) => onChange({ downtimeHours })} min={0} max={8760} decimals={1} error={problem('hours')} />
      <DateField label={t('field.earliestCutOver')} value={draft.earliestCutOver} onChange={(earliestCutOver) => onChange({ earliestCutOver })} />
      <DateField label={t('field.latestCutOver')} value={draft.latestCutOver} onChange={(latestCutOver) => onChange({ latestCutOver })} error={problem('range')} />
      <TextAreaField label={t('field.note')} value={draft.note ?? ''} onChange={(note) => onChange({ note: textOrNull(note) })} maxLength={4000} rows={3} />
    </Stack>
  );
}
