import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.ts';
import type { CommandItem } from '../../ui/command-dialog.tsx';
import { useAppState } from '../app-store-context.tsx';
import { SCREENS } from '../screens.ts';
import { useProject } from '../use-project.ts';
import { useSettings } from '../use-settings.ts';
import { useLanguage } from '../../ui/use-language.ts';

export interface ActionItems {
  readonly actions: readonly CommandItem[];
  readonly screens: readonly CommandItem[];
}

/** What can be done now; actions that need a project are there only with one. */
export function useActionItems(): ActionItems {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const project = useProject();
  const language = useLanguage();
  const { theme, density } = useSettings();
  const { mutate: save } = useCommand('settings.save');
  const { mutate: undo } = useCommand('project.undo');
  const { mutate: redo } = useCommand('project.redo');
  const open = useAppState((state) => state.open);
  const writable = project?.open === true && project.mode === 'writable';
  const always: CommandItem[] = [
    { key: 'projects', label: t('palette.action.projects'), icon: 'folder', run: () => void navigate({ to: '/projects' }) },
    { key: 'language', label: t('palette.action.language'), icon: 'language', run: () => save({ settings: { language: language === 'en' ? 'zh-CN' : 'en' } }) },
    { key: 'theme', label: t('palette.action.theme'), icon: 'moon', run: () => save({ settings: { theme: theme === 'dark' ? 'light' : 'dark' } }) },
    { key: 'density', label: t('palette.action.density'), icon: 'table', run: () => save({ settings: { density: density === 'compact' ? 'comfortable' : 'compact' } }) },
    { key: 'keys', label: t('palette.action.keys'), icon: 'help', shortcut: '?', run: () => open('keys') },
  ];
  const withProject: CommandItem[] = writable
    ? [
        { key: 'scan', label: t('palette.action.scan'), icon: 'scan', run: () => void navigate({ to: '/scan', search: { view: 'new' } }) },
        { key: 'export', label: t('palette.action.export'), icon: 'download', run: () => void navigate({ to: '/reports' }) },
        ...(project.undo === null ? [] : [{ key: 'undo', label: t('undo.label'), icon: 'undo' as const, shortcut: 'Ctrl+Z', run: () => undo({}) }]),
        ...(project.redo === null ? [] : [{ key: 'redo', label: t('redo.label'), icon: 'redo' as const, shortcut: 'Ctrl+Shift+Z', run: () => redo({}) }]),
      ]
    : [];
  const screens = SCREENS.map((screen): CommandItem => ({ key: screen.key, label: t(`screen.${screen.key}`), icon: screen.icon, shortcut: `G+${screen.jump.toUpperCase()}`, run: () => void navigate({ to: screen.path }) }));
  return { actions: [...withProject, ...always], screens };
}
