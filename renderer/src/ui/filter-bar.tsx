import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './filter-bar.module.css';
import { FilterProblemLine, type FilterProblem } from './filter-problem.tsx';
import { SuggestionList, type FilterSuggestion } from './suggestion-list.tsx';

export type { FilterProblem, FilterSuggestion };

export interface FilterBarProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Told while typing, so suggestions can be read for the place of the caret. */
  readonly onEdit?: (text: string, caret: number) => void;
  readonly placeholder: string;
  readonly suggestions?: readonly FilterSuggestion[];
  readonly problem?: FilterProblem | null;
  /** Further controls: saved views, switches. */
  readonly children?: ReactNode;
}

/** One line of filter text with suggestions; `/` focuses it. Never applied while an input method is composing. */
export function FilterBar({ value, onChange, onEdit, placeholder, suggestions = [], problem = null, children }: FilterBarProps) {
  const { t } = useTranslation('ui');
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [composing, setComposing] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && suggestions.length > 0;

  const apply = (text: string): void => {
    onChange(text);
    onEdit?.(text, text.length);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((now) => (suggestions.length === 0 ? -1 : (now + step + suggestions.length) % suggestions.length));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && shown && chosen !== undefined) {
      event.preventDefault();
      apply(chosen.insert);
    } else if (event.key === 'Escape') {
      if (shown) setOpen(false);
      else if (value !== '') apply('');
      else input.current?.blur();
      event.preventDefault();
    }
  };

  return (
    <div className={`${styles.bar} no-print`} role="search">
      <div className={styles.box}>
        <span className={styles.lens}><Icon name="filter" size={14} /></span>
        <input
          ref={input}
          data-filter-bar
          className={`${styles.input} ${problem === null ? '' : styles.wrong}`}
          role="combobox"
          aria-label={t('filter.label')}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-invalid={problem !== null}
          {...(active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          spellCheck={false}
          autoComplete="off"
          placeholder={placeholder}
          value={composing ?? value}
          onCompositionStart={(event) => setComposing(event.currentTarget.value)}
          onCompositionEnd={(event) => {
            setComposing(null);
            apply(event.currentTarget.value);
          }}
          onChange={(event) => {
            if (composing !== null) return setComposing(event.currentTarget.value);
            onChange(event.currentTarget.value);
            onEdit?.(event.currentTarget.value, event.currentTarget.selectionStart ?? event.currentTarget.value.length);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {value === '' ? null : <span className={styles.clear}><IconButton icon="close" label={t('filter.clear')} onClick={() => apply('')} /></span>}
        <SuggestionList id={listId} shown={shown} suggestions={suggestions} active={active} onChoose={apply} />
        {problem === null ? null : <FilterProblemLine text={value} problem={problem} />}
      </div>
      {children}
    </div>
  );
}
