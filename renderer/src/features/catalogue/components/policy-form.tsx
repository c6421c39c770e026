import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SizingPolicy } from '../../../../../shared/model/catalogue.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';

const PERCENTILES = ['p90', 'p95', 'p99', 'max'] as const;

/** Which reading of the load decides the size, and how much room is kept above it. */
export function PolicyForm({ stored }: { readonly stored: SizingPolicy }) {
  const { t } = useTranslation('catalogue');
  const [change, setChange] = useState<Partial<SizingPolicy>>({});
  const save = useCommand('catalogue.savePolicy', { quiet: true });
  const policy = { ...stored, ...change };
  const dirty = JSON.stringify(policy) !== JSON.stringify(stored);
  const set = (part: Partial<SizingPolicy>): void => setChange((before) => ({ ...before, ...part }));
  const submit = (): void =>
    save.mutate({ policy }, {
      onSuccess: () => {
        setChange({});
        showToast({ title: t('policy.saved'), tone: 'done' });
      },
    });
  return (
    <Section title={t('policy.title')} note={t('policy.note')}>
      <Stack gap={4}>
        <SelectField label={t('policy.percentile')} value={policy.percentile} width={320} onChange={(percentile) => set({ percentile })} choices={PERCENTILES.map((value) => ({ value, label: t(`policy.percentileHelp.${value}`) }))} />
        <NumberField label={t('policy.cpuHeadroom')} value={Math.round(policy.cpuHeadroomRatio * 100)} width={320} min={0} max={100} onChange={(percent) => (percent === null ? undefined : set({ cpuHeadroomRatio: percent / 100 }))} />
        <NumberField label={t('policy.memHeadroom')} value={Math.round(policy.memHeadroomRatio * 100)} width={320} min={0} max={100} onChange={(percent) => (percent === null ? undefined : set({ memHeadroomRatio: percent / 100 }))} />
        <NumberField label={t('policy.minConfidence')} hint={t('policy.minConfidenceHelp')} value={policy.minConfidenceScore} width={320} min={0} max={100} onChange={(score) => (score === null ? undefined : set({ minConfidenceScore: score }))} />
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <Row>
          <Button variant="primary" loading={save.isPending} disabledReason={dirty ? undefined : t('policy.noChange')} onClick={submit}>{t('policy.save')}</Button>
          {dirty ? <Button onClick={() => setChange({})}>{t('policy.discard')}</Button> : null}
        </Row>
      </Stack>
    </Section>
  );
}
