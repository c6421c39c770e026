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
  const readOnly = project?.mode === 'read-only' ? t('project.readOnlyReason') : undefined;
  const undoReason = readOnly ?? ((project?.undo ?? null) === null ? t('undo.nothing') : undefined);
  const redoReason = readOnly ?? ((project?.redo ?? null) === null ? t('redo.nothing') : undefined);
  return (
    <>
      <IconButton icon="undo" label={t('undo.label')} shortcut="Ctrl+Z" disabledReason={undoReason} onClick={() => undo.mutate({})} />
      <IconButton icon="redo" label={t('redo.label')} shortcut="Ctrl+Shift+Z" disabledReason={redoReason} onClick={() => redo.mutate({})} />
    </>
  );
}
