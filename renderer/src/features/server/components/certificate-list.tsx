import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FilteredList } from './filtered-list.tsx';
import { useSectionNote } from './use-section-note.ts';

/** The certificates of a server's own services; nothing when there are none. */
export function CertificateList({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const noteOf = useSectionNote(detail);
  const facts = detail.facts?.certificates;
  if (facts === undefined || facts.certificates.length === 0) return null;
  return (
    <FilteredList
      title={t('certificates.title')}
      note={facts.openssl ? noteOf('certificates') : t('certificates.noOpenssl')}
      rows={facts.certificates}
      none=""
      texts={(row) => [row.path, row.subject, row.issuer]}
      columns={[
        { key: 'path', title: t('certificates.path'), cell: (row) => <span style={{ overflowWrap: 'anywhere' }}>{row.path}</span> },
        { key: 'subject', title: t('certificates.subject'), cell: (row) => <span title={row.sha256}>{row.subject ?? '-'}</span> },
        { key: 'issuer', title: t('certificates.issuer'), cell: (row) => row.issuer ?? '-' },
        { key: 'end', title: t('certificates.end'), cell: (row) => format.day(row.notAfter?.slice(0, 10)) },
      ]}
    />
  );
}
