import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { describeAudit } from '../../../../../shared/i18n/describe-audit.ts';
import { useCommand } from '../../../api/use-command.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { ErrorNotice, Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';

type Entry = OutputOf<'project.listAudit'>['rows'][number];
const entryId = (entry: Entry): string => String(entry.seq);

/** Who changed what and when; each entry is chained to the one before, and the chain can be proven here. */
export function AuditTab() {
  const { t } = useTranslation('settings');
  const entries = usePagedRows('project.listAudit', {});
  const verify = useCommand('project.verify', { quiet: true });
  const layout = useColumnLayout('audit', useAuditColumns());
  return (
    <Section title={t('audit.title')} note={t('audit.text')} actions={<Button size="small" icon="check" loading={verify.isPending} onClick={() => verify.mutate({})}>{t('audit.verify')}</Button>}>
      {verify.data === undefined ? null : <VerifyResult result={verify.data} />}
      {verify.error === null ? null : <ErrorNotice error={verify.error} />}
      <div style={{ height: 'max(320px, calc(100vh - 300px))', display: 'flex', marginTop: 8 }}>
        <DataTable
          label={t('audit.title')}
          columns={layout}
          rows={entries}
          idOf={entryId}
          placeholder={entries.error !== null ? <ErrorState error={entries.error} onRetry={entries.retry} /> : entries.isLoading ? <LoadingState /> : <EmptyState title={t('audit.empty')} />}
        />
      </div>
    </Section>
  );
}

function useAuditColumns(): readonly Column<Entry>[] {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const format = useFormat();
  return [
    { key: 'seq', title: t('audit.seq'), width: 72, align: 'right', cell: (entry) => format.count(entry.seq), text: (entry) => String(entry.seq) },
    { key: 'at', title: t('audit.at'), width: 140, cell: (entry) => format.instant(entry.at), text: (entry) => entry.at },
    { key: 'by', title: t('audit.by'), width: 140, cell: (entry) => entry.by, text: (entry) => entry.by },
    { key: 'action', title: t('audit.action'), width: 460, cell: (entry) => describeAudit(language, entry.action, entry.summary), text: (entry) => describeAudit(language, entry.action, entry.summary) },
    { key: 'hash', title: t('audit.hash'), width: 180, cell: (entry) => <span className="mono">{entry.hash.slice(0, 16)}</span>, text: (entry) => entry.hash },
  ];
}

function VerifyResult({ result }: { readonly result: OutputOf<'project.verify'> }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const good = result.integrity === 'ok' && result.auditValid;
  return (
    <Notice tone={good ? 'done' : 'error'} title={good ? t('audit.valid', { rows: format.count(result.auditRows) }) : t('audit.broken', { seq: result.firstBrokenSeq ?? '-' })}>
      <div className="mono">{t('audit.lastHash', { hash: result.lastHash ?? '-' })}</div>
    </Notice>
  );
}
