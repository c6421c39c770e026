import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PRINT_WIDTH_PX, usePrinting } from '../../../ui/use-printing.ts';
import { ganttRows, ganttScale, legibleZoom, paperScale, type GanttRow, type GanttZoom } from '../lib/gantt-layout.ts';
import { ganttDeed } from '../lib/gantt-deed.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { GanttBackdrop } from './gantt-backdrop.tsx';
import { GanttHead } from './gantt-head.tsx';
import { GanttRowView } from './gantt-row.tsx';
import { GanttTools } from './gantt-tools.tsx';
import styles from './gantt.module.css';

const ROW_PX = 26;
/** Width of the names on paper; `--gantt-names` of the print style. */
const PAPER_NAMES_PX = 250;

export interface GanttProps {
  readonly view: PlanView;
  readonly zoom: GanttZoom;
  readonly onZoom: (zoom: GanttZoom) => void;
  readonly activeId: string | undefined;
  readonly onOpen: (systemId: string) => void;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

function keyOf(row: GanttRow): string {
  return row.kind === 'wave' ? `wave-${String(row.wave.index)}` : `system-${row.item.id}`;
}

/** The schedule by wave and system over time, with freezes and the dates of the adoption targets. */
export function Gantt({ view, zoom, onZoom, activeId, onOpen, onMove }: GanttProps) {
  const { t } = useTranslation('plan');
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [cursorKey, setCursorKey] = useState<string>();
  const printing = usePrinting();
  const scale = useMemo(() => (printing ? paperScale(view, PRINT_WIDTH_PX - PAPER_NAMES_PX) : ganttScale(view, zoom)), [view, zoom, printing]);
  const rows = useMemo(() => ganttRows(view, folded), [view, folded]);
  const waveIndexes = useMemo(() => view.plan.waves.map((wave) => wave.index), [view]);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_PX, overscan: 16, scrollPaddingStart: 48 });
  const cursor = Math.max(0, rows.findIndex((row) => keyOf(row) === cursorKey));

  const fold = (index: number): void => setFolded((now) => (now.has(index) ? new Set([...now].filter((one) => one !== index)) : new Set([...now, index])));
  const go = (index: number): void => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setCursorKey(keyOf(row));
    virtual.scrollToIndex(rows.indexOf(row));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const deed = ganttDeed(event, { rows, cursor, folded, waveIndexes });
    if (deed === undefined) return;
    if (deed.kind === 'go') go(deed.index);
    else if (deed.kind === 'fold') fold(deed.waveIndex);
    else if (deed.kind === 'move') onMove?.(deed.systemId, deed.waveIndex);
    else onOpen(deed.systemId);
    event.preventDefault();
  };

  return (
    <div className={styles.frame}>
      <GanttTools zoom={zoom} onZoom={onZoom} folded={folded.size > 0} onFoldAll={(all) => setFolded(new Set(all ? waveIndexes : []))} />
      <div
        ref={scroll}
        className={styles.scroll}
        role="treegrid"
        aria-label={t('gantt.label')}
        aria-description={t('gantt.keys')}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={rows[cursor] === undefined ? undefined : `${id}-${keyOf(rows[cursor])}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <GanttHead scale={scale} zoom={printing ? legibleZoom(scale) : zoom} targets={view.plan.targets} />
        <div className={styles.body} role="rowgroup" style={{ height: virtual.getTotalSize(), width: `calc(var(--gantt-names) + ${String(scale.widthPx)}px)` }}>
          <GanttBackdrop view={view} scale={scale} />
          {(printing ? rows.map((_row, index) => ({ index, start: index * ROW_PX })) : virtual.getVirtualItems()).map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = keyOf(row);
            return (
              <GanttRowView
                key={key}
                id={`${id}-${key}`}
                row={row}
                scale={scale}
                top={item.start}
                index={item.index}
                cursor={item.index === cursor}
                active={row.kind === 'system' && row.item.id === activeId}
                folded={row.kind === 'wave' && folded.has(row.wave.index)}
                onFold={fold}
                onOpen={onOpen}
                onPoint={() => setCursorKey(key)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
