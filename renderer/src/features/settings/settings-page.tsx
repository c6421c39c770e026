import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { AboutSection } from './components/about-section.tsx';
import { AuditTab } from './components/audit-tab.tsx';
import { BackupsTab } from './components/backups-tab.tsx';
import { PersonalSection } from './components/personal-section.tsx';
import { SETTINGS_TABS, SETTINGS_URL } from './settings-search.ts';

/** The person's settings, and what keeps the project safe. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const [search, setSearch] = useUrlState(SETTINGS_URL);
  const open = useCall('project.getStatus', {}).data?.open === true;
  const shown = open ? SETTINGS_TABS : SETTINGS_TABS.slice(0, 1);
  const tab = shown.find((one) => one === search.tab) ?? 'general';
  return (
    <Page title={t('title')}>
      <Tabs label={t('title')} items={shown.map((key) => ({ key, label: t(`tab.${key}`) }))} value={tab} onChange={(key) => setSearch({ tab: key })}>
        <div style={{ maxWidth: 1080, paddingTop: 8 }}>
          {tab === 'general' ? (
            <>
              <PersonalSection />
              <AboutSection />
            </>
          ) : null}
          {tab === 'audit' ? <AuditTab /> : null}
          {tab === 'backups' ? <BackupsTab /> : null}
        </div>
      </Tabs>
    </Page>
  );
}
