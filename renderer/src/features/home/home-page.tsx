import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { NewProjectForm } from './components/new-project-form.tsx';
import { OpeningFailureNotice } from './components/opening-failure.tsx';
import { RecentProjects } from './components/recent-projects.tsx';
import { SampleForm } from './components/sample-form.tsx';
import styles from './home.module.css';
import { useProjectOpening } from './use-project-opening.ts';

/** The way in: sample city, new project, a file, or a project of the last days. */
export function HomePage() {
  const { t } = useTranslation('home');
  const opening = useProjectOpening();
  return (
    <Page title={t('title')}>
      <div className={styles.home}>
        <p className={styles.lead}>{t('lead')}</p>
        {opening.failure === null ? null : <OpeningFailureNotice failure={opening.failure} opening={opening} />}
        <div className={styles.ways}>
          <Section title={t('sample.title')} note={t('sample.text')}>
            <SampleForm busy={opening.busy} onStart={(servers) => void opening.createSample(servers)} />
          </Section>
          <Section title={t('new.title')} note={t('new.text')}>
            <NewProjectForm busy={opening.busy} onCreate={(name) => void opening.create(name)} />
          </Section>
          <Section title={t('open.title')} note={t('open.text')}>
            <Button icon="folder" loading={opening.busy} onClick={() => void opening.openFile()}>{t('open.action')}</Button>
          </Section>
        </div>
        <RecentProjects onOpen={(recent) => void opening.open({ recentId: recent.id }, recent.name)} />
      </div>
    </Page>
  );
}
