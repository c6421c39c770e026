import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';
import { IconButton } from './icon-button.tsx';
import styles from './code-block.module.css';

export interface CodeBlockProps {
  readonly text: string;
  readonly label: string;
  readonly maxHeight?: number;
  readonly wrap?: boolean;
}

/** Raw text as it is: scripts, evidence, fingerprints. Never interpreted. */
export function CodeBlock({ text, label, maxHeight = 420, wrap = false }: CodeBlockProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.block}>
      <pre className={`${styles.text} ${wrap ? styles.wrap : ''}`} style={{ maxHeight }} tabIndex={0} role="region" aria-label={label}>{text}</pre>
      <div className={`${styles.copy} no-print`}>
        <IconButton icon="copy" label={t('copy')} onClick={() => void copyText(text)} />
      </div>
    </div>
  );
}
