import { Drawer as MantineDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from './use-focus-return.ts';

export interface DrawerProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Raw evidence and long texts beside the screen they belong to. */
export function Drawer({ title, opened, onClose, children }: DrawerProps) {
  const { t } = useTranslation('ui');
  useFocusReturn(opened);
  return (
    <MantineDrawer opened={opened} onClose={onClose} title={<span style={{ fontWeight: 600, fontSize: 'var(--text-16)' }}>{title}</span>} size={720} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </MantineDrawer>
  );
}
