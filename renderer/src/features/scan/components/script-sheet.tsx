import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROBE_PLATFORMS, type ProbePlatform } from '../../../../../shared/model/probe-platform.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { ScriptSections } from './script-sections.tsx';

const NAMES: Readonly<Record<ProbePlatform, string>> = { linux: 'Linux', aix: 'AIX', solaris: 'Solaris', hpux: 'HP-UX', freebsd: 'FreeBSD', windows: 'Windows Server' };
const ACCOUNT = 'landfall';

/** What runs on a server, word for word, with its checksum, for each kind of system: the sheet a security officer signs. Printable. */
export function ScriptSheet() {
  const { t } = useTranslation('scan');
  const [platform, setPlatform] = useState<ProbePlatform>('linux');
  return (
    <div style={{ overflow: 'auto', padding: '0 16px 32px', flex: 1 }}>
      <div style={{ maxWidth: 1080 }}>
        <Tabs label={t('script.platform')} items={PROBE_PLATFORMS.map((key) => ({ key, label: NAMES[key] }))} value={platform} onChange={setPlatform}>
          <PlatformSheet platform={platform} />
        </Tabs>
      </div>
    </div>
  );
}

function PlatformSheet({ platform }: { readonly platform: ProbePlatform }) {
  const { t } = useTranslation('scan');
  const script = useCall('scan.getScript', { platform, account: ACCOUNT });
  if (script.error !== null) return <ErrorState error={script.error} onRetry={() => void script.refetch()} />;
  if (script.data === undefined) return <LoadingState />;
  const { sha256, sections, script: text, sudoers } = script.data;
  return (
    <>
      <Section title={t('script.title')} note={platform === 'linux' ? t('script.text') : `${t('script.text')} ${t('script.origin')}`} actions={<Button size="small" icon="file" onClick={() => window.print()}>{t('script.print')}</Button>}>
        <DefinitionList
          items={[
            { key: 'sha', label: 'SHA-256', value: <span className="mono">{sha256}</span> },
            { key: 'writes', label: t('script.writes'), value: t('script.writesNothing') },
            { key: 'sudo', label: t('script.rights'), value: t('script.rightsText') },
          ]}
        />
      </Section>
      <ScriptSections sections={sections} />
      {sudoers !== null && (
        <>
          <Section title={t('script.sudoersScript')} note={t('script.sudoersNote', { account: ACCOUNT })}><CodeBlock text={sudoers.script} label={t('script.sudoersScript')} maxHeight={200} /></Section>
          <Section title={t('script.sudoersCommands')}><CodeBlock text={sudoers.commands} label={t('script.sudoersCommands')} maxHeight={280} /></Section>
        </>
      )}
      <Section title={t('script.whole')}>
        <CodeBlock text={text} label={t('script.whole')} maxHeight={640} />
      </Section>
    </>
  );
}
