import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Row } from '../../../ui/stack.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';

export interface RevisionsTableProps {
  readonly onOpen: (planId: string | undefined) => void;
}

/** All plans made so far; an older one can be looked at and made the current one again. */
export function RevisionsTable({ onOpen }: RevisionsTableProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const list = useCall('plan.list', {});
  const makeCurrent = useCommand('plan.makeCurrent');
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingState />;
  return (
    <SimpleTable
      label={t('revisions.table')}
      rows={list.data.plans}
      keyOf={(plan) => plan.id}
      columns={[
        { key: 'revision', title: t('revisions.revision'), align: 'right', cell: (plan) => t('revision', { revision: plan.revision }) },
        { key: 'name', title: t('revisions.name'), cell: (plan) => plan.name },
        { key: 'made', title: t('revisions.made'), cell: (plan) => format.instant(plan.createdAt) },
        { key: 'by', title: t('revisions.by'), cell: (plan) => plan.createdBy },
        { key: 'waves', title: t('revisions.waves'), align: 'right', cell: (plan) => format.count(plan.waveCount) },
        { key: 'placed', title: t('revisions.placed'), align: 'right', cell: (plan) => format.count(plan.assignedCount) },
        { key: 'unplaced', title: t('revisions.unplaced'), align: 'right', cell: (plan) => format.count(plan.unassignedCount) },
        { key: 'violations', title: t('revisions.violations'), align: 'right', cell: (plan) => format.count(plan.violationCount) },
        { key: 'targets', title: t('revisions.targets'), cell: (plan) => plan.targets.map((target) => `${format.ratio(target.ratio)} ${target.met ? t('target.status.met') : target.reachedOn === null ? t('target.status.never') : t('target.status.late')}`).join(' · ') },
        { key: 'state', title: t('revisions.state'), cell: (plan) => (plan.current ? <StatusMark kind="done" label={t('current')} /> : null) },
        {
          key: 'actions', title: t('revisions.actions'), cell: (plan) => (
            <Row>
              <Button size="small" variant="quiet" onClick={() => onOpen(plan.current ? undefined : plan.id)}>{t('revisions.open')}</Button>
              {plan.current ? null : <Button size="small" loading={makeCurrent.isPending} onClick={() => makeCurrent.mutate({ planId: plan.id })}>{t('revisions.makeCurrent')}</Button>}
            </Row>
          ),
        },
      ]}
    />
  );
}
