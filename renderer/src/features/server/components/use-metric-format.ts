import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metric } from '../../../../../shared/model/utilisation.ts';
import { useFormat } from '../../../ui/use-format.ts';

/** Operations per second from here on are told without a decimal: nobody decides by a tenth of a hundred. */
const WHOLE_FROM = 100;

/** A reading of a metric with its unit: a share, bytes per second, or operations per second. */
export function useMetricFormat(metric: Metric): (value: number) => string {
  const { t } = useTranslation('server');
  const format = useFormat();
  return useCallback(
    (value) => {
      if (metric === 'cpuRatio' || metric === 'memRatio') return format.ratio(value);
      return metric === 'diskOpsPerSecond' ? t('load.opsPerSecond', { value: format.number(value, value >= WHOLE_FROM ? 0 : 1) }) : t('load.perSecond', { value: format.bytes(value) });
    },
    [t, format, metric],
  );
}
