import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { probeSheetSchema } from '../../../../../shared/contract/scan.ts';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { useFormat } from '../../../ui/use-format.ts';

type SheetSection = z.infer<typeof probeSheetSchema>['sections'][number];

/** What each section starts and reads, what it may cost, which values it brings and what an ordinary account loses. */
export function ScriptSections({ sections }: { readonly sections: readonly SheetSection[] }) {
  const { t, i18n } = useTranslation('scan');
  const format = useFormat();
  const mono = (texts: readonly string[]) => <span className="mono" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>{texts.join(', ') || '-'}</span>;
  const named = (key: string, fallback: string): string => (i18n.exists(`facts:${key}`) ? i18n.t(`facts:${key}` as 'facts:section.os') : fallback);
  const lost = ({ columns }: SheetSection): string => columns.flatMap((column) => (column.lost === null ? [] : [named(`missing.${column.lost}`, column.lost)])).join('; ');
  return (
    <Section title={t('script.sections')}>
      <SimpleTable
        label={t('script.sections')}
        rows={sections}
        keyOf={(section) => section.name}
        columns={[
          { key: 'name', title: t('script.section'), cell: (section) => <span style={{ whiteSpace: 'nowrap' }}>{named(`section.${section.name}`, section.name)}</span> },
          { key: 'budget', title: t('script.budget'), cell: (section) => <span style={{ whiteSpace: 'nowrap' }}>{`${section.seconds} s, ${format.bytes(section.bytes)}`}</span> },
          { key: 'commands', title: t('script.commands'), cell: (section) => mono(section.commands) },
          { key: 'reads', title: t('script.reads'), cell: (section) => mono(section.reads) },
          { key: 'values', title: t('script.values'), cell: (section) => mono(section.columns.map((column) => column.name)) },
          { key: 'lost', title: t('script.lost'), cell: (section) => lost(section) || t('script.nothingLost') },
        ]}
      />
    </Section>
  );
}
