import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { SegmentedField } from '../../../ui/fields/segmented-field.tsx';
import { Row } from '../../../ui/stack.tsx';
import { GANTT_ZOOMS, type GanttZoom } from '../lib/gantt-layout.ts';
import { GanttLegend } from './gantt-legend.tsx';
import styles from './gantt.module.css';

export interface GanttToolsProps {
  readonly zoom: GanttZoom;
  readonly onZoom: (zoom: GanttZoom) => void;
  /** Is any wave folded? */
  readonly folded: boolean;
  readonly onFoldAll: (folded: boolean) => void;
}

/** Zoom, folding, and what the marks mean; on paper the marks only. */
export function GanttTools({ zoom, onZoom, folded, onFoldAll }: GanttToolsProps) {
  const { t } = useTranslation('plan');
  return (
    <div className={styles.tools}>
      <div className="no-print">
        <Row gap={3}>
          <SegmentedField label={t('gantt.zoom')} value={zoom} onChange={onZoom} choices={GANTT_ZOOMS.map((value) => ({ value, label: t(`gantt.${value}`) }))} />
          <Button size="small" variant="quiet" onClick={() => onFoldAll(!folded)}>{folded ? t('gantt.unfoldAll') : t('gantt.foldAll')}</Button>
        </Row>
      </div>
      <GanttLegend />
    </div>
  );
}
