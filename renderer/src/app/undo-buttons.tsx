import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useProject } from './use-project.ts';

/** Undo and redo of the last edit of the project. */
export function UndoButtons() {
  const { t } = useTranslation('app');
  const project = useProject();
  const undo = useCommand('project.undo');
  const redo = useCommand('project.redo');
  const [canUndo, canRedo] = [(project?.undo ?? null) !== null, (project?.redo ?? null) !== null];
  return (
    <>
      <IconButton icon="undo" label={t('undo.label')} shortcut="Ctrl+Z" disabledReason={canUndo ? undefined : t('undo.nothing')} onClick={() => undo.mutate({})} />
      <IconButton icon="redo" label={t('redo.label')} shortcut="Ctrl+Shift+Z" disabledReason={canRedo ? undefined : t('redo.nothing')} onClick={() => redo.mutate({})} />
    </>
  );
}
