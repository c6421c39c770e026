import { useTranslation } from 'react-i18next';
import type { RunDepartment, ScanRun } from '../../../../../shared/model/scan.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { contacted, toggleHeld } from '../lib/department-parts.ts';
import styles from './run-view.module.css';

export interface DepartmentListProps {
  readonly run: ScanRun;
  readonly departments: readonly RunDepartment[];
  readonly onChoose: (departmentName: string | null) => void;
}

/** Each department's part of the run; the hosts of one that is held wait until it is let go. */
export function DepartmentList({ run, departments, onChoose }: DepartmentListProps) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const underWay = run.state === 'running' || run.state === 'paused';
  const held = useCall('scan.getSteering', { runId: run.id }, { enabled: underWay }).data?.steering?.heldDepartments;
  const steer = useCommand('scan.steer');
  const hold = ({ departmentName, counts }: RunDepartment) => {
    if (!underWay || held === undefined || departmentName === null) return null;
    const isHeld = held.includes(departmentName);
    if (!isHeld && counts.queued === 0) return null;
    const label = t(isHeld ? 'departments.letGo' : 'departments.hold');
    return <Button size="small" variant={isHeld ? 'secondary' : 'quiet'} icon={isHeld ? 'play' : 'pause'} label={`${label}: ${departmentName}`} onClick={() => steer.mutate({ runId: run.id, heldDepartments: toggleHeld(held, departmentName) })}>{label}</Button>;
  };
  return (
    <SimpleTable
      label={t('departments.title')}
      rows={departments}
      keyOf={({ departmentName }) => departmentName ?? ''}
      columns={[
        { key: 'name', title: t('results.department'), cell: ({ departmentName }) => <button type="button" className={styles.share} onClick={() => onChoose(departmentName)}>{departmentName ?? t('departments.none')}</button> },
        { key: 'contacted', title: t('departments.contacted'), align: 'right', cell: (part) => t('departments.ofTotal', { number: format.count(contacted(part)), total: format.count(part.counts.total) }) },
        { key: 'failed', title: t('count.failed'), align: 'right', cell: ({ counts }) => (counts.failed === 0 ? '-' : format.count(counts.failed)) },
        ...(underWay ? [{ key: 'hold', title: '', align: 'right' as const, cell: hold }] : []),
      ]}
    />
  );
}
