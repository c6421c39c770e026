import { Modal } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import styles from './command-dialog.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Kbd } from './kbd.tsx';

export interface CommandItem {
  readonly key: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon: IconName;
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly key: string;
  readonly label: string;
  readonly items: readonly CommandItem[];
}

export interface CommandDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly groups: readonly CommandGroup[];
  readonly nothing: string;
}

/** A field and a list under it: type, arrow, Enter. While an input method composes, Enter and arrows belong to it. */
export function CommandDialog({ opened, onClose, label, query, onQuery, groups, nothing }: CommandDialogProps) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(active, Math.max(0, items.length - 1));
  useEffect(() => document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' }), [listId, at]);
  const run = (item: CommandItem | undefined): void => {
    if (item === undefined) return;
    setActive(0);
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || items.length === 0) return;
    if (event.key === 'ArrowDown') setActive((at + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((at - 1 + items.length) % items.length);
    else if (event.key === 'Enter') run(items[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened={opened} onClose={onClose} centered={false} yOffset="10vh" size={640} padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
      <input
        data-autofocus
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label={label}
        aria-activedescendant={items.length === 0 ? undefined : `${listId}-${at}`}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setActive(0);
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label={label}>
        {groups.filter((group) => group.items.length > 0).map((group) => (
          <div key={group.key} role="group" aria-label={group.label}>
            <div className={styles.group} aria-hidden="true">{group.label}</div>
            {group.items.map((item) => {
              const place = items.indexOf(item);
              return (
                <div key={item.key} id={`${listId}-${place}`} role="option" tabIndex={-1} aria-selected={place === at} className={`${styles.item} ${place === at ? styles.active : ''}`} onPointerMove={() => setActive(place)} onClick={() => run(item)}>
                  <Icon name={item.icon} />
                  <span className={styles.label}>{item.label}</span>
                  {item.detail === undefined ? null : <span className="muted truncate">{item.detail}</span>}
                  {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} />}
                </div>
              );
            })}
          </div>
        ))}
        {items.length === 0 ? <div className={styles.none} role="status">{nothing}</div> : null}
      </div>
      </Modal.Content>
    </Modal.Root>
  );
}
