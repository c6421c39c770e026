import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { Stack } from '../../../ui/stack.tsx';

const WIDTH = 320;

/** Language, colours, row height, name. Each change is kept at once. */
export function PersonalSection() {
  const { t } = useTranslation('settings');
  const settings = useCall('settings.get', {});
  const { mutate: save } = useCommand('settings.save');
  if (settings.error !== null) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <LoadingState />;
  const { language, theme, density, userName } = settings.data.settings;
  return (
    <Section title={t('personal.title')}>
      <Stack gap={4}>
        <SelectField
          label={t('language.label')}
          width={WIDTH}
          value={language ?? 'system'}
          onChange={(next) => save({ settings: { language: next === 'system' ? null : next } })}
          choices={[{ value: 'system', label: t('language.system') }, { value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]}
        />
        <SelectField label={t('theme.label')} width={WIDTH} value={theme} onChange={(next) => save({ settings: { theme: next } })} choices={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))} />
        <SelectField label={t('density.label')} width={WIDTH} value={density} onChange={(next) => save({ settings: { density: next } })} choices={(['compact', 'comfortable'] as const).map((value) => ({ value, label: t(`density.${value}`) }))} />
        <UserName key={userName} saved={userName} onSave={(name) => save({ settings: { userName: name } })} />
      </Stack>
    </Section>
  );
}

/** Kept when the field is left, so that not every letter is a change. */
function UserName({ saved, onSave }: { readonly saved: string; readonly onSave: (name: string) => void }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(saved);
  const keep = (): void => {
    if (name.trim() !== saved) onSave(name.trim());
  };
  return (
    <div onBlur={keep}>
      <TextField label={t('userName.label')} hint={t('userName.hint')} width={WIDTH} value={name} onChange={setName} maxLength={120} onEnter={keep} />
    </div>
  );
}
