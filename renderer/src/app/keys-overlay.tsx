import { useTranslation } from 'react-i18next';
import { KEY_MAP } from '../ui/key-map.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { useAppState } from './app-store-context.tsx';

/** `?`: every key of the workbench. */
export function KeysOverlay() {
  const { t } = useTranslation('ui');
  const opened = useAppState((state) => state.overlay === 'keys');
  const close = useAppState((state) => state.closeOverlay);
  return (
    <Dialog opened={opened} onClose={close} title={t('keys.title')} size="large">
      <KeyTable groups={KEY_MAP} />
    </Dialog>
  );
}
