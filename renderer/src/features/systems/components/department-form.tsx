import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { textOrNull } from '../lib/system-draft.ts';

/** Everything of a department that a person writes. */
export interface DepartmentDraft {
  readonly name: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly contact: string | null;
}

export interface DepartmentFormProps {
  readonly draft: DepartmentDraft;
  readonly nameError: string | undefined;
  readonly onChange: (change: Partial<DepartmentDraft>) => void;
}

export function DepartmentForm({ draft, nameError, onChange }: DepartmentFormProps) {
  const { t } = useTranslation('systems');
  return (
    <Stack>
      <TextField label={t('departments.column.name')} value={draft.name} onChange={(name) => onChange({ name })} maxLength={200} required error={nameError} />
      <TextField label={t('departments.column.code')} value={draft.code ?? ''} onChange={(code) => onChange({ code: textOrNull(code) })} maxLength={60} />
      <TextField label={t('departments.column.sector')} value={draft.sector ?? ''} onChange={(sector) => onChange({ sector: textOrNull(sector) })} maxLength={120} />
      <TextField label={t('departments.column.contact')} value={draft.contact ?? ''} onChange={(contact) => onChange({ contact: textOrNull(contact) })} maxLength={200} />
    </Stack>
  );
}
