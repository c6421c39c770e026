import { useTranslation } from 'react-i18next';
import { softwareEndOfLife } from '../../../../../shared/engine/strategy/software-end-of-life.ts';
import type { SoftwareItem } from '../../../../../shared/model/software.ts';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FilteredList } from './filtered-list.tsx';
import { useSectionNote } from './use-section-note.ts';

/** `PostgreSQL Enterprise (permits)`: what it is, and what it is called here. */
function nameOf({ title, edition, name, containerId }: SoftwareItem): string {
  const here = [name, containerId].filter((text) => text !== undefined).join(', ');
  return [title, edition, here === '' ? undefined : `(${here})`].filter((text) => text !== undefined).join(' ');
}

/** The products on a server: what runs and what is only installed, with what gave each away. */
export function ProductList({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const noteOf = useSectionNote(detail);
  const software = detail.facts?.software;
  const video = software?.some(({ category }) => category === 'video') === true ? t('products.video') : undefined;
  // Systems without a section of their own are told by rules over the other sections.
  const byRules = software !== undefined && detail.sections.find(({ name }) => name === 'software')?.state === 'absent';
  const notes = [byRules ? undefined : noteOf('software'), video].filter((text) => text !== undefined).join(' ');
  const supportEnd = ({ product, version }: SoftwareItem): string => {
    const end = softwareEndOfLife(product, version);
    return end === undefined ? '-' : end === null ? t('products.supported') : format.day(end);
  };
  const dataSize = ({ dataBytes, dataBytesIsUpperBound }: SoftwareItem): string => {
    const size = format.bytes(dataBytes);
    return dataBytesIsUpperBound === true ? t('products.atMost', { size }) : size;
  };
  return (
    <FilteredList
      title={t('products.title')}
      note={notes === '' ? undefined : notes}
      rows={software}
      none={t(software === undefined ? 'products.notRead' : 'products.none')}
      texts={(row) => [nameOf(row), row.product, row.version, t(`products.categories.${row.category}`), row.unit, row.user, ...row.ports.map(String)]}
      columns={[
        { key: 'product', title: t('products.product'), cell: (row) => <span title={row.evidence.join(', ')}>{nameOf(row)}</span> },
        { key: 'category', title: t('products.category'), cell: (row) => t(`products.categories.${row.category}`) },
        { key: 'version', title: t('products.version'), cell: (row) => row.version ?? '-' },
        { key: 'state', title: t('products.state'), cell: (row) => t(`products.states.${row.state}`) },
        { key: 'confidence', title: t('products.confidence'), align: 'right', cell: (row) => format.ratio(row.confidence, 0) },
        { key: 'ports', title: t('products.ports'), cell: (row) => row.ports.join(', ') || '-' },
        { key: 'data', title: t('products.data'), align: 'right', cell: (row) => <span title={row.dataPaths.join(', ')}>{dataSize(row)}</span> },
        { key: 'support', title: t('products.support'), cell: supportEnd },
      ]}
    />
  );
}
