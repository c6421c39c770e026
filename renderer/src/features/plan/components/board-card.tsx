import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MenuItem } from '../../../ui/menu-dropdown.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { BoardCard } from '../lib/board.ts';
import { moveSteps } from '../lib/move-options.ts';
import styles from './wave-board.module.css';

export interface BoardCardViewProps {
  readonly card: BoardCard;
  readonly waveIndexes: readonly number[];
  readonly active: boolean;
  readonly onOpen: (systemId: string) => void;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

function BoardCardPlain({ card, waveIndexes, active, onOpen, onMove }: BoardCardViewProps) {
  const { t } = useTranslation(['plan', 'exports']);
  // The menu is drawn for cards that were pointed at or reached by the keyboard: a board has up to a thousand of them.
  const [touched, setTouched] = useState(false);
  const { item, assignment, violations } = card;
  const steps = moveSteps(waveIndexes, assignment.waveIndex);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || onMove === undefined) return;
    const target = event.key === 'ArrowLeft' ? steps.earlier : event.key === 'ArrowRight' ? steps.later : undefined;
    if (target === undefined) return;
    event.preventDefault();
    if (target !== null) onMove(item.id, target);
  };
  return (
    <li
      className={`${styles.card} ${active ? styles.activeCard : ''} ${violations.length > 0 ? styles.violated : ''}`}
      draggable={onMove !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', item.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onPointerEnter={() => setTouched(true)}
      onFocus={() => setTouched(true)}
    >
      <button type="button" data-card={item.id} className={styles.cardBody} aria-pressed={active} onClick={() => onOpen(item.id)} onKeyDown={onKeyDown}>
        <span className={styles.cardName}>{item.name}</span>
        <span className={styles.cardDepartment}>{item.departmentName}</span>
        <span className={styles.cardFacts}>
          {t('board.cardFacts', { count: item.serverCount, date: assignment.cutOverDate })}
          <span>{t(`exports:strategy.${item.strategy}`)}</span>
          {assignment.pinned ? <span className={styles.pin}><Icon name="pin" size={12} />{t('board.pinned')}</span> : null}
        </span>
        {violations.map((violation, index) => <StatusMark key={index} kind={violation.severity === 'hard' ? 'blocked' : 'warning'} label={t(`violation.rules.${violation.rule}`)} />)}
      </button>
      {touched && onMove !== undefined ? <span className={styles.cardMenu}><CardMenu card={card} waveIndexes={waveIndexes} onMove={onMove} /></span> : null}
    </li>
  );
}

/** One system on the board. */
export const BoardCardView = memo(BoardCardPlain);

interface CardMenuProps extends Pick<BoardCardViewProps, 'card' | 'waveIndexes'> {
  readonly onMove: (systemId: string, waveIndex: number | null) => void;
}

function CardMenu({ card, waveIndexes, onMove }: CardMenuProps) {
  const { t } = useTranslation('plan');
  const { item, assignment } = card;
  const items: MenuItem[] = [
    ...(assignment.pinned ? [{ key: 'unpin', label: t('board.unpin'), icon: 'pin' as const, onSelect: () => onMove(item.id, null) }] : []),
    ...waveIndexes.filter((index) => index !== assignment.waveIndex).map((index): MenuItem => ({ key: String(index), label: t('board.move', { index }), onSelect: () => onMove(item.id, index) })),
  ];
  return <MenuButton icon="more" label={t('board.menu', { name: item.name })} items={items} />;
}
