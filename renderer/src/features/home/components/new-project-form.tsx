import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import styles from '../home.module.css';

export interface NewProjectFormProps {
  readonly busy: boolean;
  readonly onCreate: (name: string) => void;
}

export function NewProjectForm({ busy, onCreate }: NewProjectFormProps) {
  const { t } = useTranslation('home');
  const [name, setName] = useState('');
  const wanted = name.trim();
  const create = (): void => {
    if (wanted !== '') onCreate(wanted);
  };
  return (
    <div className={styles.form}>
      <TextField label={t('new.name')} value={name} onChange={setName} maxLength={120} onEnter={create} />
      <Button loading={busy} disabledReason={wanted === '' ? t('new.nameNeeded') : undefined} onClick={create}>{t('new.action')}</Button>
    </div>
  );
}
