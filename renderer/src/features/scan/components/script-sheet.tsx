import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';

/** What runs on a server, word for word, with its checksum: the sheet a security officer signs. Printable. */
export function ScriptSheet() {
  const { t } = useTranslation('scan');
  const script = useCall('scan.getScript', {});
  if (script.error !== null) return <ErrorState error={script.error} onRetry={() => void script.refetch()} />;
  if (script.data === undefined) return <LoadingState />;
  const { sha256, sections, script: text } = script.data;
  return (
    <div style={{ overflow: 'auto', padding: '0 16px 32px', flex: 1 }}>
      <div style={{ maxWidth: 1080 }}>
        <Section title={t('script.title')} note={t('script.text')} actions={<Button size="small" icon="file" onClick={() => window.print()}>{t('script.print')}</Button>}>
          <DefinitionList
            items={[
              { key: 'sha', label: 'SHA-256', value: <span className="mono">{sha256}</span> },
              { key: 'writes', label: t('script.writes'), value: t('script.writesNothing') },
              { key: 'sudo', label: t('script.rights'), value: t('script.rightsText') },
            ]}
          />
        </Section>
        <Section title={t('script.sections')}>
          <SimpleTable
            label={t('script.sections')}
            rows={sections}
            keyOf={(section) => section.name}
            columns={[
              { key: 'name', title: t('script.section'), cell: (section) => section.name },
              { key: 'commands', title: t('script.commands'), cell: (section) => <span className="mono" style={{ whiteSpace: 'normal' }}>{section.commands.join(', ')}</span> },
              { key: 'reads', title: t('script.reads'), cell: (section) => <span className="mono" style={{ whiteSpace: 'normal' }}>{section.reads.join(', ') || '-'}</span> },
            ]}
          />
        </Section>
        <Section title={t('script.whole')}>
          <CodeBlock text={text} label={t('script.whole')} maxHeight={640} />
        </Section>
      </div>
    </div>
  );
}
