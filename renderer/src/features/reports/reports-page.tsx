import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportResultSchema } from '../../../../shared/contract/exporting.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import { useHost } from '../../api/host-context.tsx';
import { useJobs } from '../../api/jobs.tsx';
import { useCall } from '../../api/use-call.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { ExportHistory } from './components/export-history.tsx';
import { ExportLine } from './components/export-line.tsx';

/** Files for others: what each holds, in which language, and those already written. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const host = useHost();
  const shown = useLanguage();
  const [language, setLanguage] = useState<Language>(shown);
  const formats = useCall('exporting.listFormats', {});
  const plans = useCall('plan.list', {});
  const exports = useJobs().filter((job) => job.kind === 'export');
  const hasPlan = plans.data?.plans.some((plan) => plan.current) ?? false;
  return (
    <Page title={t('title')}>
      <div style={{ maxWidth: 1080 }}>
        <Section title={t('formats.title')} note={t('formats.text')} actions={<SelectField label={t('language')} width={160} value={language} onChange={setLanguage} choices={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />}>
          {formats.isPending ? <LoadingState lines={4} /> : null}
          {formats.error === null ? null : <ErrorState error={formats.error} onRetry={() => void formats.refetch()} />}
          {formats.data?.formats.map((format) => <ExportLine key={format.format} format={format} language={language} hasPlan={hasPlan} />)}
        </Section>
        <ExportHistory jobs={exports} onDeliver={(job) => {
          const result = exportResultSchema.safeParse(job.result);
          if (result.success) void host.deliverFile(result.data.file, result.data.fileName);
        }} />
      </div>
    </Page>
  );
}
