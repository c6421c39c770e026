import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog, type CommandItem } from '../../ui/command-dialog.tsx';
import { useAppState } from '../app-store-context.tsx';
import { useActionItems } from './use-action-items.ts';
import { useRecordGroups } from './use-record-groups.ts';
import { bestMatches } from './match.ts';

/** The word on the screen, and the English key, so that Latin letters find a screen without an input method. */
const textOf = (item: CommandItem): string => `${item.label} ${item.key}`;

/** Ctrl+K: actions, screens, and the servers, systems and departments of the project. */
export function CommandPalette() {
  const { t } = useTranslation('app');
  const opened = useAppState((state) => state.overlay === 'palette');
  const close = useAppState((state) => state.closeOverlay);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const { actions, screens } = useActionItems();
  const records = useRecordGroups(opened ? asked : '');
  const groups = [
    { key: 'actions', label: t('palette.actions'), items: bestMatches(asked, actions, textOf) },
    { key: 'screens', label: t('palette.screens'), items: bestMatches(asked, screens, textOf) },
    ...records,
  ];
  const leave = (): void => {
    close();
    setQuery('');
  };
  return <CommandDialog opened={opened} onClose={leave} label={t('palette.label')} query={query} onQuery={setQuery} groups={groups} nothing={t('palette.nothing')} />;
}
