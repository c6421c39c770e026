import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { spanPx, xOf, type GanttRow, type GanttScale } from '../lib/gantt-layout.ts';
import styles from './gantt.module.css';

export interface GanttRowViewProps {
  readonly id: string;
  readonly row: GanttRow;
  readonly scale: GanttScale;
  readonly top: number;
  readonly index: number;
  readonly cursor: boolean;
  readonly active: boolean;
  readonly folded: boolean;
  readonly onFold: (waveIndex: number) => void;
  readonly onOpen: (systemId: string) => void;
  readonly onPoint: () => void;
}

function GanttRowPlain({ id, row, scale, top, index, cursor, active, folded, onFold, onOpen, onPoint }: GanttRowViewProps) {
  const look = [styles.row, row.kind === 'wave' ? styles.waveRow : '', cursor ? styles.cursor : '', active ? styles.active : ''].join(' ');
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.kind === 'wave' ? 1 : 2}
      aria-selected={active}
      {...(row.kind === 'wave' ? { 'aria-expanded': !folded } : {})}
      className={look}
      style={{ transform: `translateY(${String(top)}px)`, width: `calc(var(--gantt-names) + ${String(scale.widthPx)}px)` }}
      onClick={() => {
        onPoint();
        if (row.kind === 'wave') onFold(row.wave.index);
        else onOpen(row.item.id);
      }}
    >
      {row.kind === 'wave' ? <WaveCells row={row} scale={scale} folded={folded} /> : <SystemCells row={row} scale={scale} />}
    </div>
  );
}

/** One line of the schedule; drawn anew only when something of it changed. */
export const GanttRowView = memo(GanttRowPlain, (before, after) => before.row === after.row && before.scale === after.scale && before.top === after.top && before.cursor === after.cursor && before.active === after.active && before.folded === after.folded);

function WaveCells({ row, scale, folded }: { readonly row: Extract<GanttRow, { kind: 'wave' }>; readonly scale: GanttScale; readonly folded: boolean }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const { wave } = row;
  const label = t('gantt.waveBar', { index: wave.index, from: wave.from, to: wave.to });
  return (
    <>
      <div className={styles.name} role="gridcell">
        <Icon name={folded ? 'chevronRight' : 'chevronDown'} size={12} />
        <span>{t('board.wave', { index: wave.index })}</span>
        <span className="muted">{t('gantt.summary', { count: row.systemCount, replace: { count: format.count(row.systemCount) } })}</span>
      </div>
      <div className={styles.track} role="gridcell">
        <span className={styles.waveBar} style={{ left: xOf(scale, wave.from), width: spanPx(scale, wave.from, wave.to) }} role="img" aria-label={label} title={label} />
      </div>
    </>
  );
}

function SystemCells({ row, scale }: { readonly row: Extract<GanttRow, { kind: 'system' }>; readonly scale: GanttScale }) {
  const { t } = useTranslation('plan');
  const label = t('gantt.bar', { name: row.item.name, from: row.from, to: row.to });
  const end = xOf(scale, row.to) + scale.pixelsPerDay;
  return (
    <>
      <div className={`${styles.name} ${styles.systemName}`} role="gridcell" title={row.item.name}>
        {row.violated ? <span className={styles.violationMark} role="img" aria-label={t('gantt.legendViolated')}><Icon name="warning" size={12} /></span> : null}
        <span className="truncate">{row.item.name}</span>
        {row.assignment.pinned ? <span className={styles.pinMark} role="img" aria-label={t('gantt.legendPinned')}><Icon name="pin" size={12} /></span> : null}
      </div>
      <div className={styles.track} role="gridcell">
        <span className={`${styles.bar} ${row.critical ? styles.critical : ''} ${row.violated ? styles.violated : ''}`} style={{ left: xOf(scale, row.from), width: spanPx(scale, row.from, row.to) }} role="img" aria-label={label} title={label} />
        <span className={styles.cutOver} style={{ left: end }} aria-hidden="true" />
        {scale.pixelsPerDay > 4 ? <span className={styles.barText} style={{ left: end + 10 }} aria-hidden="true">{row.item.departmentName}</span> : null}
      </div>
    </>
  );
}
