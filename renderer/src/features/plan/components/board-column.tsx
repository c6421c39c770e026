import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadBar } from '../../../ui/load-bar.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { BoardColumn, LoadBar as LoadFigures } from '../lib/board.ts';
import { BoardCardView } from './board-card.tsx';
import styles from './wave-board.module.css';

export interface BoardColumnViewProps {
  readonly column: BoardColumn;
  readonly waveIndexes: readonly number[];
  readonly activeId: string | undefined;
  readonly onOpen: (systemId: string) => void;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

/** One wave: its dates, how full it is, what breaks a rule, and its systems. */
export function BoardColumnView({ column, waveIndexes, activeId, onOpen, onMove }: BoardColumnViewProps) {
  const { t } = useTranslation('plan');
  const [over, setOver] = useState(false);
  const { wave } = column;
  const onDragOver = (event: DragEvent): void => {
    if (onMove === undefined) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const systemId = event.dataTransfer.getData('text/plain');
    if (systemId !== '') onMove?.(systemId, wave.index);
  };
  return (
    <section className={`${styles.column} ${over ? styles.over : ''}`} aria-label={t('board.wave', { index: wave.index })} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <ColumnHead column={column} />
      {column.groups.length === 0 ? <p className={styles.none}>{t('board.emptyWave')}</p> : (
        <ul className={styles.groups}>
          {column.groups.map(({ group, cards }) => (
            <li key={group.id} className={cards.length > 1 ? styles.group : undefined}>
              {cards.length > 1 ? <div className={styles.groupHead}>{t('board.group', { count: cards.length })}</div> : null}
              <ul className={styles.cards}>
                {cards.map((card) => (
                  <BoardCardView key={card.item.id} card={card} waveIndexes={waveIndexes} active={card.item.id === activeId} onOpen={onOpen} onMove={onMove} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ColumnHead({ column }: { readonly column: BoardColumn }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const { wave } = column;
  const team = ({ name, used, capacity }: LoadFigures): string => t('board.team', { name, used: format.number(used, 0), capacity: format.number(capacity, 0) });
  const link = ({ name, used, capacity }: LoadFigures): string => t('board.link', { name, used: format.bytes(used), capacity: format.bytes(capacity) });
  return (
    <header className={styles.head}>
      <h2>{t('board.wave', { index: wave.index })}</h2>
      <p className={styles.dates}>{t('board.dates', { from: wave.from, to: wave.to })}</p>
      <p className={styles.dates}>{t('board.cutOver', { from: wave.cutOverFrom, to: wave.cutOverTo })}</p>
      <p>{t('board.counts', { systems: format.count(column.systemCount), servers: format.count(column.serverCount), data: format.bytes(column.dataBytes) })}</p>
      <ul className={styles.loads}>
        {column.teams.map((load) => <LoadLine key={load.id} load={load} text={team(load)} />)}
        {column.links.filter((load) => load.used > 0).map((load) => <LoadLine key={load.id} load={load} text={link(load)} />)}
      </ul>
      {column.violations.length === 0 ? null : (
        <ul className={styles.violations}>
          {column.violations.map((violation, index) => <li key={index}><StatusMark kind={violation.severity === 'hard' ? 'blocked' : 'warning'} label={t(`violation.rules.${violation.rule}`)} /></li>)}
        </ul>
      )}
    </header>
  );
}

function LoadLine({ load, text }: { readonly load: LoadFigures; readonly text: string }) {
  const { t } = useTranslation('plan');
  return (
    <li>
      <span className={styles.loadText}>{load.ratio > 1.0001 ? `${text} (${t('board.overfull')})` : text}</span>
      <LoadBar ratio={load.ratio} label={text} />
    </li>
  );
}
