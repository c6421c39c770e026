import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildBoard, filterBoard } from '../lib/board.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { BoardColumnView } from './board-column.tsx';
import styles from './wave-board.module.css';

export interface WaveBoardProps {
  readonly view: PlanView;
  readonly text: string;
  readonly activeId: string | undefined;
  readonly onOpen: (systemId: string) => void;
  /** null removes the pin. undefined: the plan on the screen cannot be changed. */
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

/** Columns are waves, cards are systems by move group. Drag, or Alt+Left / Alt+Right, or the card's menu. */
export function WaveBoard({ view, text, activeId, onOpen, onMove }: WaveBoardProps) {
  const { t } = useTranslation('plan');
  const board = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => buildBoard(view), [view]);
  const shown = useMemo(() => filterBoard(columns, text), [columns, text]);
  const [moved, setMoved] = useState<string>();
  const waveIndexes = useMemo(() => view.plan.waves.map((wave) => wave.index), [view]);

  const movedTo = columns.find((column) => column.groups.some((group) => group.cards.some((card) => card.item.id === moved)))?.wave.index;

  // A moved card is drawn anew in another column: the keyboard stays with it.
  useEffect(() => {
    if (moved === undefined || movedTo === undefined) return;
    const card = board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(moved)}"]`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [moved, movedTo]);

  const move = onMove === undefined ? undefined : (systemId: string, waveIndex: number | null): void => {
    setMoved(systemId);
    onMove(systemId, waveIndex);
  };
  return (
    <div ref={board} className={styles.board} role="group" aria-label={t('board.label')} tabIndex={0}>
      {shown.map((column) => (
        <BoardColumnView key={column.wave.index} column={column} waveIndexes={waveIndexes} activeId={activeId} onOpen={onOpen} onMove={move} />
      ))}
    </div>
  );
}
