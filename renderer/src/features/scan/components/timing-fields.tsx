import { useTranslation } from 'react-i18next';
import type { QuietWindow } from '../../../../../shared/model/scan.ts';
import { useCall } from '../../../api/use-call.ts';
import { MultiSelectField } from '../../../ui/fields/multi-select-field.tsx';
import { SwitchField } from '../../../ui/fields/switch-field.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { useWizard } from '../wizard-context.tsx';

/** Who waits, and when nothing begins: departments on hold and the quiet hours of the project. */
export function TimingFields() {
  const { t } = useTranslation('scan');
  const targets = useWizard((state) => state.preview)?.targets ?? [];
  const timing = useWizard((state) => state.timing);
  const change = useWizard((state) => state.changeTiming);
  const quietHours = useCall('scan.getSettings', {}).data?.settings.quietHours ?? [];
  const departments = [...new Set(targets.flatMap(({ departmentName }) => departmentName ?? []))].sort((left, right) => left.localeCompare(right));
  const windowText = ({ days, from, to }: QuietWindow): string => t('timing.window', { days: days.map((day) => t(`timing.day.${String(day) as '1'}`)).join(t('timing.dayGap')), from, to });
  return (
    <Stack gap={3}>
      {departments.length < 2 ? null : (
        <MultiSelectField label={t('timing.held')} hint={t('timing.heldHint')} width={560} placeholder={t('timing.heldNone')} value={timing.heldDepartments} onChange={(heldDepartments) => change({ heldDepartments })} choices={departments.map((name) => ({ value: name, label: name }))} />
      )}
      {quietHours.length === 0
        ? <p className="muted">{t('timing.noQuietHours')}</p>
        : <SwitchField label={t('timing.ignore')} hint={t('timing.quietHours', { windows: quietHours.map(windowText).join('; ') })} value={timing.ignoreQuietHours} onChange={(ignoreQuietHours) => change({ ignoreQuietHours })} />}
    </Stack>
  );
}
