import { useTranslation } from 'react-i18next';
import type { EvidenceRef } from '../../../../../shared/model/provenance.ts';
import type { ScanDiffRow } from '../../../../../shared/model/scan.ts';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import { changeTexts } from '../lib/change-text.ts';
import { useFieldName } from './use-field-name.ts';
import styles from './run-view.module.css';

export interface ChangeDetailProps {
  readonly row: ScanDiffRow;
  readonly onClose: () => void;
}

/** One server of the difference: each field before and now, both leading to the raw text they were read from. */
export function ChangeDetail({ row, onClose }: ChangeDetailProps) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const language = useLanguage();
  const fieldName = useFieldName();
  const server = `/server/${row.serverId}`;
  const value = (text: string, evidence: EvidenceRef | null) => (evidence === null ? text : <TextLink to={server} search={{ evidence: evidence.evidenceId, section: evidence.section }}>{text}</TextLink>);
  const problem = row.code === null ? undefined : describeHostError(language, row.code, { host: row.hostname, port: t('groups.port') });
  return (
    <aside className={styles.groups} aria-label={row.hostname}>
      <Stack gap={3}>
        <Row justify="space-between"><h2>{row.hostname}</h2><IconButton icon="close" label={t('diff.close')} onClick={onClose} /></Row>
        {problem === undefined ? null : <p>{problem.what} <span className="muted">{problem.next}</span></p>}
        {row.changes.length === 0 ? null : (
          <SimpleTable
            label={t('diff.changes')}
            rows={row.changes}
            keyOf={(change) => change.field}
            columns={[
              { key: 'field', title: t('diff.field'), cell: (change) => fieldName(change.field) },
              { key: 'from', title: t('diff.before'), cell: (change) => value(changeTexts(format, change)[0], change.fromEvidence) },
              { key: 'to', title: t('diff.now'), cell: (change) => value(changeTexts(format, change)[1], change.toEvidence) },
            ]}
          />
        )}
        <TextLink to={server}>{t('diff.open')}</TextLink>
      </Stack>
    </aside>
  );
}
