import { useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number;
}

/** One line of search text for a list; told only when an input method has finished composing. `/` focuses it. */
export function SearchField({ label, value, onChange, width = 260 }: SearchFieldProps) {
  const [composing, setComposing] = useState<string | null>(null);
  return (
    <span className={styles.box} style={{ width }}>
      <span className={styles.lens}><Icon name="search" size={14} /></span>
      <input
        type="search"
        data-filter-bar
        className={styles.input}
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        value={composing ?? value}
        onCompositionStart={(event) => setComposing(event.currentTarget.value)}
        onCompositionEnd={(event) => {
          setComposing(null);
          onChange(event.currentTarget.value);
        }}
        onChange={(event) => (composing === null ? onChange(event.currentTarget.value) : setComposing(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onChange('');
          }
        }}
      />
    </span>
  );
}
