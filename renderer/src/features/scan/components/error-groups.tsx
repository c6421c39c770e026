import { useTranslation } from 'react-i18next';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import { HOST_ERROR_CODES, type HostErrorCode, type RunDepartment, type ScanRun } from '../../../../../shared/model/scan.ts';
import { Button } from '../../../ui/button.tsx';
import { Row } from '../../../ui/stack.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import { sharesOf } from '../lib/department-parts.ts';
import { DepartmentShares } from './department-shares.tsx';
import type { RetryWish } from './retry-dialog.tsx';
import styles from './run-view.module.css';

export interface ErrorGroupsProps {
  readonly run: ScanRun;
  readonly departments: readonly RunDepartment[];
  readonly chosen: HostErrorCode | undefined;
  readonly onChoose: (code: HostErrorCode | undefined) => void;
  readonly onChooseDepartment: (code: HostErrorCode, departmentName: string | null) => void;
  readonly onRetry: (wish: RetryWish) => void;
}

const SEVERITY_MARK = { failed: 'blocked', partial: 'warning', note: 'waiting' } as const;

/** What went wrong, by cause: how many, why, who can mend it, and one retry for all of them. */
export function ErrorGroups({ run, departments, chosen, onChoose, onChooseDepartment, onRetry }: ErrorGroupsProps) {
  const { t } = useTranslation(['scan', 'hostErrors']);
  const language = useLanguage();
  const format = useFormat();
  return (
    <>
      {run.errorGroups.map(({ code, count }) => {
        const text = describeHostError(language, code, { host: t('groups.host'), port: t('groups.port') });
        const { severity, fixer } = HOST_ERROR_CODES[code];
        return (
          <section key={code} className={`${styles.group} ${chosen === code ? styles.chosen : ''}`} aria-label={text.title}>
            <button type="button" className={styles.pick} aria-pressed={chosen === code} onClick={() => onChoose(chosen === code ? undefined : code)}>
              <StatusMark kind={SEVERITY_MARK[severity]} label={text.title} />
              <span>{format.count(count)}</span>
            </button>
            {text.why === undefined ? null : <p className="muted">{text.why}</p>}
            {text.next === undefined ? null : <p>{text.next}</p>}
            <DepartmentShares shares={sharesOf(departments, code)} onChoose={(department) => onChooseDepartment(code, department)} />
            <Row justify="space-between">
              <span className="muted">{t('groups.fixer', { fixer: t(`hostErrors:fixer.${fixer}`) })}</span>
              {run.kind === 'ssh' && run.state !== 'running' ? <Button size="small" icon="refresh" onClick={() => onRetry({ kind: 'code', code, count })}>{t('groups.retry')}</Button> : null}
            </Row>
          </section>
        );
      })}
    </>
  );
}
