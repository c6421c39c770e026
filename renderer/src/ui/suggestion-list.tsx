import { useTranslation } from 'react-i18next';
import styles from './filter-bar.module.css';

export interface FilterSuggestion {
  /** The whole filter text after choosing it. */
  readonly insert: string;
  readonly label: string;
  /** A count or a hint at the right. */
  readonly detail?: string | undefined;
}

export interface SuggestionListProps {
  readonly id: string;
  readonly shown: boolean;
  readonly suggestions: readonly FilterSuggestion[];
  /** Index of the one the arrow keys point at; -1 = none. */
  readonly active: number;
  readonly onChoose: (insert: string) => void;
}

/** What could stand at the caret. The focus stays in the field, which names the active one. */
export function SuggestionList({ id, shown, suggestions, active, onChoose }: SuggestionListProps) {
  const { t } = useTranslation('ui');
  return (
    <div id={id} className={styles.list} role="listbox" aria-label={t('filter.suggestions')} hidden={!shown}>
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.insert}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={`${styles.option} ${index === active ? styles.active : ''}`}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(suggestion.insert);
          }}
        >
          <span className="mono">{suggestion.label}</span>
          {suggestion.detail === undefined ? null : <span className="muted">{suggestion.detail}</span>}
        </div>
      ))}
    </div>
  );
}
