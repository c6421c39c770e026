import { useTranslation } from 'react-i18next';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { Columns } from '../../../ui/stack.tsx';
import { missingFields, withColumn, type ImportPreview } from '../lib/mapping.ts';
import { useFieldName } from './use-field-name.ts';

export interface MappingFormProps {
  readonly preview: ImportPreview;
  readonly onChange: (mapping: Record<string, string>) => void;
}

/** Which column of the file fills which field. */
export function MappingForm({ preview, onChange }: MappingFormProps) {
  const { t } = useTranslation('importing');
  const nameOf = useFieldName();
  const missing = missingFields(preview);
  const columns = preview.columns.map((column) => ({ value: column, label: column }));
  return (
    <Section title={t('steps.mapping')} note={t('mapping.note')}>
      {missing.length === 0 ? null : <Notice tone="warning" title={t('mapping.missing', { fields: missing.map(nameOf).join(t('list')) })} />}
      <Columns minWidth={230} gap={3}>
        {preview.fields.map((field) => (
          <OptionalSelectField
            key={field.key}
            label={field.required ? t('mapping.required', { field: nameOf(field.key) }) : nameOf(field.key)}
            value={preview.mapping[field.key] ?? null}
            placeholder={t('mapping.none')}
            searchable
            choices={columns}
            onChange={(column) => onChange(withColumn(preview.mapping, field.key, column))}
          />
        ))}
      </Columns>
    </Section>
  );
}
