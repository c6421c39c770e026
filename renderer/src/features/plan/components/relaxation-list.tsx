import { useTranslation } from 'react-i18next';
import type { PlanId } from '../../../../../shared/kernel/ids.ts';
import type { Relaxation } from '../../../../../shared/model/plan.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useFormat } from '../../../ui/use-format.ts';

/** What would have to change so that the missed targets are met; each change can be put into the settings. */
export function RelaxationList({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation('relaxations');
  const format = useFormat();
  const found = useCall('plan.findRelaxations', { planId });
  const save = useCommand('plan.saveSettings');
  const sentence = ({ kind, settings, extraPersonDaysPerDay }: Relaxation): string =>
    t(`kind.${kind}`, {
      systems: format.count(settings.maxSystemsPerWave),
      department: format.count(settings.maxSystemsPerDepartmentPerWave),
      people: format.number(extraPersonDaysPerDay),
      targets: settings.targets.map((target) => `${format.ratio(target.ratio)} ${target.date}`).join(' · '),
    });
  const apply = (settings: Relaxation['settings']): void => save.mutate({ settings }, { onSuccess: () => showToast({ title: t('applied'), tone: 'done' }) });
  if (found.error !== null) return null;
  if (found.data === undefined) return <p className="muted">{t('searching')}</p>;
  const { relaxations } = found.data;
  return (
    <Notice tone="warning" title={relaxations.length === 0 ? t('none') : t('title')}>
      <Stack gap={1}>
        {relaxations.map((relaxation) => (
          <Row key={relaxation.kind} justify="space-between" wrap>
            <span>{sentence(relaxation)}</span>
            <Button size="small" loading={save.isPending} onClick={() => apply(relaxation.settings)}>{t('apply')}</Button>
          </Row>
        ))}
      </Stack>
    </Notice>
  );
}
