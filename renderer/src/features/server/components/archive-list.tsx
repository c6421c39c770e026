import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';

/** Archives of load that other tools keep on the server: what could still be had of it. */
export function ArchiveList({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const archives = detail.facts?.loadArchives;
  if (archives === undefined) return null;
  return (
    <Section title={t('load.archives')}>
      <ul style={{ margin: 0, paddingInlineStart: 16 }}>
        {archives.map(({ tool, days, from, to, sizeBytes }) => <li key={tool}>{t('load.archive', { tool, days: format.count(days), from: format.day(from), to: format.day(to), size: format.bytes(sizeBytes) })}</li>)}
      </ul>
    </Section>
  );
}
