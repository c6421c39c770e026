import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import styles from './inspector.module.css';
import { ResizeHandle } from './resize-handle.tsx';
import { useRememberedNumber } from './use-remembered.ts';

export interface InspectorProps {
  readonly title: string;
  /** The screen it belongs to; its width is remembered under this name. */
  readonly name: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The panel at the right that shows the selected thing with its evidence. Escape inside closes it. */
export function Inspector({ title, name, onClose, actions, children }: InspectorProps) {
  const { t } = useTranslation('ui');
  const [width, setWidth] = useRememberedNumber(`inspector.${name}`, 380);
  return (
    <aside
      className={styles.panel}
      style={{ width }}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <ResizeHandle label={t('inspector.resize')} className={styles.handle} width={width} min={280} max={900} direction={-1} onResize={setWidth} />
      <div className={styles.head}>
        <h2 className={styles.title} title={title}>{title}</h2>
        {actions}
        <IconButton icon="close" label={t('inspector.close')} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
