import type { ReactNode } from 'react';
import { StatusMark, type StatusKind } from './status-mark.tsx';
import styles from './state.module.css';
import { describeError } from '../../../shared/i18n/describe-error.ts';
import { useLanguage } from './use-language.ts';
import { ErrorTextBlock, type ToldError } from './error-state.tsx';

export interface NoticeProps {
  readonly tone: 'info' | 'done' | 'warning' | 'error';
  /** The statement; told by shape and word. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

const MARK: Readonly<Record<NoticeProps['tone'], StatusKind>> = { info: 'waiting', done: 'done', warning: 'warning', error: 'blocked' };

/** A statement in place, beside what it is about: partial data, a warning, a refusal. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'note'}>
      <div>
        <StatusMark kind={MARK[tone]} label={title} />
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** An `AppError` told in place, for forms whose command failed. `subject`: what it happened to, where the place does not say so. */
export function ErrorNotice({ error, subject, action }: { readonly error: ToldError; readonly subject?: string; readonly action?: ReactNode }) {
  const text = describeError(useLanguage(), error.code, error.params);
  return (
    <Notice tone="error" title={subject === undefined ? text.title : `${subject}: ${text.title}`} action={action}>
      <ErrorTextBlock text={text} />
    </Notice>
  );
}
