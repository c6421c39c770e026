import { useTranslation } from 'react-i18next';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';

/** The kill switch: one press, no question; what was read is kept and every scan can be continued. */
export function StopAllButton() {
  const { t } = useTranslation('scan');
  const active = useActiveJob(['scan', 'sample-scan', 'local-scan', 'campaign']);
  const stop = useCommand('scan.stopAll');
  if (active === undefined) return null;
  return <Button variant="danger" icon="stop" loading={stop.isPending} onClick={() => stop.mutate({})}>{t('stopAll')}</Button>;
}
