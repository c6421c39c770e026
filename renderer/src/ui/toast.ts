import { notifications } from '@mantine/notifications';

export interface Toast {
  readonly title: string;
  readonly text?: string | undefined;
  readonly tone?: 'info' | 'done' | 'error';
}

const COLOUR = { info: 'var(--running)', done: 'var(--done)', error: 'var(--blocked)' } as const;

/** A short notice at the corner; an error stays until it is closed. */
export function showToast({ title, text, tone = 'info' }: Toast): void {
  notifications.show({ title, message: text ?? '', color: COLOUR[tone], autoClose: tone === 'error' ? false : 5000, withBorder: true, radius: 4 });
}
