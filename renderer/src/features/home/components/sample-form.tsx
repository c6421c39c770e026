import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import styles from '../home.module.css';

/** Sizes of the sample estate; the last one is the whole city. */
const SIZES = ['60', '300', '1000', '4717'] as const;

export interface SampleFormProps {
  readonly busy: boolean;
  readonly onStart: (servers: number) => void;
}

export function SampleForm({ busy, onStart }: SampleFormProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const [size, setSize] = useState<(typeof SIZES)[number]>('60');
  return (
    <div className={styles.form}>
      <SelectField label={t('sample.size')} value={size} onChange={setSize} choices={SIZES.map((value) => ({ value, label: t('sample.servers', { servers: format.count(Number(value)) }) }))} />
      <Button variant="primary" loading={busy} onClick={() => onStart(Number(size))}>{t('sample.action')}</Button>
    </div>
  );
}
