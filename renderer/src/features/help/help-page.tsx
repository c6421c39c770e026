import { useTranslation } from 'react-i18next';
import { KEY_MAP } from '../../ui/key-map.ts';
import { KeyTable } from '../../ui/key-table.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { HELP_TABS, HELP_URL } from './help-search.ts';
import { GLOSSARY, TOPICS } from './topics.ts';

/** Offline help: what each screen is for, every key, the words. */
export function HelpPage() {
  const { t } = useTranslation('help');
  const [{ tab }, setSearch] = useUrlState(HELP_URL);
  return (
    <Page title={t('title')}>
      <Tabs label={t('title')} items={HELP_TABS.map((key) => ({ key, label: t(`tab.${key}`) }))} value={tab} onChange={(key) => setSearch({ tab: key })}>
        <div style={{ maxWidth: 920, paddingTop: 8 }}>
          {tab === 'screens' ? TOPICS.map((topic) => <Topic key={topic} topic={topic} />) : null}
          {tab === 'keys' ? <Section title={t('tab.keys')}><KeyTable groups={KEY_MAP} /></Section> : null}
          {tab === 'glossary' ? <Glossary /> : null}
        </div>
      </Tabs>
    </Page>
  );
}

function Topic({ topic }: { readonly topic: (typeof TOPICS)[number] }) {
  const { t } = useTranslation('help');
  return (
    <Section title={t(`topic.${topic}.title`)}>
      <p style={{ maxWidth: '76ch' }}>{t(`topic.${topic}.text`)}</p>
    </Section>
  );
}

function Glossary() {
  const { t } = useTranslation('help');
  return (
    <SimpleTable
      label={t('tab.glossary')}
      rows={GLOSSARY}
      keyOf={(word) => word}
      columns={[
        { key: 'word', title: t('glossary.word'), cell: (word) => <strong>{t(`words.${word}.name`)}</strong> },
        { key: 'other', title: t('glossary.other'), cell: (word) => t(`words.${word}.other`) },
        { key: 'meaning', title: t('glossary.meaning'), cell: (word) => <div style={{ padding: '6px 0', whiteSpace: 'normal' }}>{t(`words.${word}.meaning`)}</div> },
      ]}
    />
  );
}
