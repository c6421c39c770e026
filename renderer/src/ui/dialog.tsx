import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from './use-focus-return.ts';

export interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'small' | 'normal' | 'large';
}

const WIDTH = { small: 420, normal: 560, large: 880 } as const;

/** For a decision or a short form; never on top of another one. */
export function Dialog({ title, opened, onClose, children, size = 'normal' }: DialogProps) {
  const { t } = useTranslation('ui');
  useFocusReturn(opened);
  return (
    <Modal opened={opened} onClose={onClose} title={<span style={{ fontWeight: 600, fontSize: 'var(--text-16)' }}>{title}</span>} size={WIDTH[size]} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Modal>
  );
}
