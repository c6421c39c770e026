import styles from './step-bar.module.css';

export interface StepBarProps<Key extends string> {
  readonly label: string;
  readonly steps: readonly { readonly key: Key; readonly label: string }[];
  readonly current: Key;
  /** Are all steps before this one finished? */
  readonly isReachable: (key: Key) => boolean;
  readonly onChoose: (key: Key) => void;
}

/** The steps of a wizard; finished ones can be visited again. */
export function StepBar<Key extends string>({ label, steps, current, isReachable, onChoose }: StepBarProps<Key>) {
  return (
    <nav aria-label={label}>
      <ol className={styles.bar}>
        {steps.map((step, index) => (
          <li key={step.key}>
            <button type="button" className={`${styles.step} ${step.key === current ? styles.current : ''}`} disabled={!isReachable(step.key)} {...(step.key === current ? { 'aria-current': 'step' as const } : {})} onClick={() => onChoose(step.key)}>
              <span className={styles.number}>{index + 1}</span>
              {step.label}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
