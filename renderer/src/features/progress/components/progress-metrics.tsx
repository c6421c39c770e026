import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../../../shared/model/tracking.ts';
import { Metric } from '../../../ui/metric.tsx';
import { Columns } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';

/** The four figures of the day, each with its definition. */
export function ProgressMetrics({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation(['progress', 'exports']);
  const format = useFormat();
  const sum = (pick: (department: Progress['departments'][number]) => number): number => progress.departments.reduce((total, department) => total + pick(department), 0);
  const total = sum((department) => department.total);
  const of = (part: number): string => `${format.count(part)} / ${format.count(total)} ${t(`exports:measure.${progress.measure}`)}`;
  // Departments are counted as wholes, so their parts do not add up to a figure of the same unit.
  const detail = (part: number): string | undefined => (progress.measure === 'departments' ? undefined : of(part));
  const late = new Set(progress.departments.flatMap((department) => department.lateSystemIds)).size;
  return (
    <Columns minWidth={200}>
      <Metric label={t('metric.adopted')} value={format.ratio(progress.adoptedRatio)} detail={detail(sum((one) => one.adopted))} definition={t('metric.adoptedHelp')} formula={t('metric.adoptedFormula')} />
      <Metric label={t('metric.proven')} value={format.ratio(progress.provenRatio)} detail={detail(sum((one) => one.proven))} definition={t('metric.provenHelp')} formula={t('metric.provenFormula')} />
      <Metric label={t('metric.planned')} value={format.ratio(progress.plannedRatioToday)} detail={detail(sum((one) => one.plannedByToday))} definition={t('metric.plannedHelp')} formula={t('metric.plannedFormula')} />
      <Metric label={t('metric.late')} value={format.count(late)} definition={t('metric.lateHelp')} />
    </Columns>
  );
}
