import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Row, Stack } from './stack.tsx';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and to what. */
  readonly children: ReactNode;
  /** The verb, never "OK". */
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A decision; the default is to leave things as they are. */
export function ConfirmDialog({ opened, title, children, confirmLabel, danger = false, busy = false, onConfirm, onCancel }: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog opened={opened} title={title} onClose={onCancel} size="small">
      <Stack gap={4}>
        <div>{children}</div>
        <Row justify="flex-end">
          <Button autoFocus={danger} onClick={onCancel}>{t('cancel')}</Button>
          <Button autoFocus={!danger} variant={danger ? 'danger' : 'primary'} loading={busy} onClick={onConfirm}>{confirmLabel}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
