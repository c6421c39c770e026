import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { useLanguage } from '../ui/use-language.ts';
import { useAppState } from './app-store-context.tsx';
import { JobTray } from './job-tray.tsx';
import { ProjectBadge } from './project-badge.tsx';
import styles from './top-bar.module.css';
import { UndoButtons } from './undo-buttons.tsx';
import { useSettings } from './use-settings.ts';

const LANGUAGE_NAMES = [['zh-CN', '中文'], ['en', 'English']] as const;

/** Project, state, search, jobs, language, theme. */
export function TopBar() {
  const { t } = useTranslation('app');
  const openOverlay = useAppState((state) => state.open);
  const language = useLanguage();
  const { theme } = useSettings();
  const save = useCommand('settings.save');
  return (
    <>
      <ProjectBadge />
      <span className={styles.spring} />
      <button type="button" className={styles.search} onClick={() => openOverlay('palette')}>
        <Icon name="search" size={14} />
        <span className={styles.word}>{t('search')}</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <UndoButtons />
      <JobTray />
      <Menu items={LANGUAGE_NAMES.map(([code, name]) => ({ key: code, label: name, selected: language === code, onSelect: () => save.mutate({ settings: { language: code } }) }))}>
        <IconButton icon="language" label={t('language')} />
      </Menu>
      <Menu items={(['light', 'dark', 'system'] as const).map((key) => ({ key, label: t(`theme.${key}`), selected: theme === key, onSelect: () => save.mutate({ settings: { theme: key } }) }))}>
        <IconButton icon={theme === 'dark' ? 'moon' : 'sun'} label={t('theme.label')} />
      </Menu>
    </>
  );
}
