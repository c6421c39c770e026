import { useTranslation } from 'react-i18next';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { StateMark } from './state-mark.tsx';

/** All that was ever recorded about one system, newest first; nothing is removed. */
export function HistoryInspector({ systemId, onClose }: { readonly systemId: SystemId; readonly onClose: () => void }) {
  const { t } = useTranslation(['progress', 'plan']);
  const format = useFormat();
  const history = useCall('tracking.listHistory', { systemId });
  const system = useCall('organisation.getSystem', { systemId }).data?.system;
  const entries = history.data?.entries.toSorted((left, right) => right.recordedAt.localeCompare(left.recordedAt)) ?? [];
  return (
    <Inspector name="progress" title={t('history.title', { name: system?.name ?? '' })} onClose={onClose}>
      {history.error !== null ? <ErrorState error={history.error} onRetry={() => void history.refetch()} /> : history.data === undefined ? <LoadingState lines={4} /> : (
        <Stack gap={4}>
          <TextLink to="/plan" search={{ system: systemId }}>{t('plan:title')}</TextLink>
          {entries.length === 0 ? <p className="muted">{t('history.none')}</p> : (
            <SimpleTable
              label={t('history.title', { name: system?.name ?? '' })}
              rows={entries}
              keyOf={(entry, index) => `${entry.recordedAt} ${String(index)}`}
              columns={[
                { key: 'state', title: t('history.state'), cell: (entry) => <StateMark state={entry.state} /> },
                { key: 'on', title: t('history.on'), cell: (entry) => entry.on },
                { key: 'evidence', title: t('history.evidence'), cell: (entry) => entry.evidence || '-' },
                { key: 'by', title: t('history.by'), cell: (entry) => entry.by },
                { key: 'at', title: t('history.at'), cell: (entry) => format.instant(entry.recordedAt) },
              ]}
            />
          )}
        </Stack>
      )}
    </Inspector>
  );
}
