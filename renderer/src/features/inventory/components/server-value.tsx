import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server, ServerField, ServerFieldSpec } from '../../../../../shared/model/server.ts';
import { ConfidenceStars } from '../../../ui/confidence-stars.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useServerText } from './use-server-text.ts';
import styles from './server-value.module.css';

const SCAN_STATE: Readonly<Record<Server['scanState'], StatusKind>> = { scanned: 'done', partial: 'warning', failed: 'blocked', never: 'waiting' };

/** Draws one value of one server as it stands in the grid; what a person has entered is underlined with dots. */
export type DrawServerValue = (server: Server, field: ServerField, type: ServerFieldSpec['type']) => ReactNode;

/** One for a whole grid: a cell is a text and not a component, for there are hundreds of them on the screen. */
export function useDrawServerValue(): DrawServerValue {
  const { t } = useTranslation('inventory');
  const textOf = useServerText();
  return useMemo(() => (server, field, type) => {
    if (field === 'scanState') return <StatusMark kind={SCAN_STATE[server.scanState]} label={textOf(server, field, type)} />;
    if (field === 'confidenceStars') {
      const stars = server.confidenceStars;
      return stars === null ? <span className="muted" title={t('noStars')}>-</span> : <ConfidenceStars stars={stars} label={t('stars', { stars })} />;
    }
    const text = textOf(server, field, type);
    return server.overridden.includes(field) ? <span className={styles.entered} title={text}>{text}</span> : text;
  }, [t, textOf]);
}
