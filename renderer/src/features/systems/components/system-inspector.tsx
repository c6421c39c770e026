import { useTranslation } from 'react-i18next';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { SYSTEM_TABS, type SystemTab } from '../lib/systems-search.ts';
import { SystemEditor } from './system-editor.tsx';
import { SystemFlows } from './system-flows.tsx';
import { SystemServers } from './system-servers.tsx';

export interface SystemInspectorProps {
  readonly systemId: SystemId;
  readonly tab: SystemTab;
  readonly onTab: (tab: SystemTab) => void;
  readonly onClose: () => void;
}

/** The chosen system beside the register: its facts, servers and connections. */
export function SystemInspector({ systemId, tab, onTab, onClose }: SystemInspectorProps) {
  const { t } = useTranslation('systems');
  const answer = useCall('organisation.getSystem', { systemId });
  const system = answer.data?.system;
  const label = (key: SystemTab): string => (key === 'servers' ? t('tabs.servers', { count: system?.serverCount ?? 0 }) : t(`tabs.${key}`));
  return (
    <Inspector name="systems" title={system?.name ?? ''} onClose={onClose}>
      {answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : system === undefined ? <LoadingState /> : (
        <Tabs label={t('inspector', { name: system.name })} value={tab} onChange={onTab} items={SYSTEM_TABS.map((key) => ({ key, label: label(key) }))}>
          <Stack>
            <span />
            {tab === 'facts' ? <SystemEditor key={systemId} system={system} onDeleted={onClose} /> : tab === 'servers' ? <SystemServers system={system} /> : <SystemFlows systemId={systemId} />}
          </Stack>
        </Tabs>
      )}
    </Inspector>
  );
}
