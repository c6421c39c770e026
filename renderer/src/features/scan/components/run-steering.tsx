import { useTranslation } from 'react-i18next';
import type { ScanRun } from '../../../../../shared/model/scan.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { SliderField } from '../../../ui/fields/slider-field.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import styles from './run-view.module.css';

const MOST_AT_ONCE = 200;
/** The contract allows more; beyond this, devices on the way take a scan for an attack. */
const MOST_PER_SECOND = 100;

/** The pace of a run that is not over; what is moved holds from the next contact on. */
export function RunSteering({ run }: { readonly run: ScanRun }) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const steering = useCall('scan.getSteering', { runId: run.id }, { enabled: run.state === 'running' || run.state === 'paused' }).data?.steering;
  const steer = useCommand('scan.steer');
  if (steering === undefined || steering === null || (run.state !== 'running' && run.state !== 'paused')) return null;
  return (
    <div className={styles.steering} role="group" aria-label={t('steer.title')}>
      <SliderField label={t('steer.atOnce')} value={steering.concurrency} min={1} max={MOST_AT_ONCE} text={format.count} onCommit={(concurrency) => steer.mutate({ runId: run.id, concurrency })} />
      <SliderField label={t('steer.perSecond')} value={Math.min(MOST_PER_SECOND, steering.handshakesPerSecond)} min={1} max={MOST_PER_SECOND} text={(value) => t('steer.rate', { number: format.count(value) })} onCommit={(handshakesPerSecond) => steer.mutate({ runId: run.id, handshakesPerSecond })} />
      {steering.heldDepartments.length === 0 ? null : <StatusMark kind="waiting" label={t('steer.held', { count: steering.heldDepartments.length, number: format.count(steering.heldDepartments.length) })} />}
      {steering.quietUntil === null ? null : <StatusMark kind="waiting" label={t('steer.quietUntil', { at: format.instant(steering.quietUntil) })} />}
    </div>
  );
}
