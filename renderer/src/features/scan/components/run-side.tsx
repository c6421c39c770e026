import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostErrorCode, ScanRun } from '../../../../../shared/model/scan.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import type { ScanSearch } from '../lib/scan-search.ts';
import { DepartmentList } from './department-list.tsx';
import { ErrorGroups } from './error-groups.tsx';
import { FixItDialog } from './fix-it-dialog.tsx';
import type { RetryWish } from './retry-dialog.tsx';
import styles from './run-view.module.css';

export interface RunSideProps {
  readonly run: ScanRun;
  readonly code: HostErrorCode | undefined;
  readonly setSearch: SetUrlState<ScanSearch>;
  readonly onRetry: (wish: RetryWish) => void;
}

const VIEWS = ['causes', 'departments'] as const;

/** Beside the targets: what went wrong and who can mend it, and how far each department is. */
export function RunSide({ run, code, setSearch, onRetry }: RunSideProps) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const [view, setView] = useState<(typeof VIEWS)[number]>('causes');
  const [packing, setPacking] = useState(false);
  const departments = useCall('scan.listRunDepartments', { runId: run.id }).data?.departments ?? [];
  const named = departments.some(({ departmentName }) => departmentName !== null);
  const hasErrors = run.errorGroups.length > 0;
  if (!hasErrors && !named) return null;
  const shown = hasErrors ? (named ? view : 'causes') : 'departments';
  const narrow = (departmentName: string | null, of?: HostErrorCode): void => setSearch({ department: departmentName, code: of, state: undefined });
  const count = (key: (typeof VIEWS)[number]): string => format.count(key === 'causes' ? run.errorGroups.length : departments.length);
  return (
    <aside className={styles.groups} aria-label={t('groups.title')}>
      {hasErrors && named ? <Tabs label={t('groups.views')} value={view} onChange={setView} items={VIEWS.map((key) => ({ key, label: t(`groups.view.${key}`), count: count(key) }))} /> : <h2>{t(`groups.view.${shown}`)}</h2>}
      {hasErrors ? <div className={styles.pack}><Button icon="download" onClick={() => setPacking(true)}>{t('fixIt.open')}</Button></div> : null}
      {shown === 'causes'
        ? <ErrorGroups run={run} departments={departments} chosen={code} onChoose={(next) => setSearch({ code: next, department: undefined })} onChooseDepartment={(of, department) => narrow(department, of)} onRetry={onRetry} />
        : <DepartmentList run={run} departments={departments} onChoose={(department) => narrow(department)} />}
      {packing ? <FixItDialog departments={departments} onClose={() => setPacking(false)} /> : null}
    </aside>
  );
}
