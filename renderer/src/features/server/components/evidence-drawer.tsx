import { useTranslation } from 'react-i18next';
import type { EvidenceId } from '../../../../../shared/kernel/ids.ts';
import type { SectionName } from '../../../../../shared/model/host-facts.ts';
import { useCall } from '../../../api/use-call.ts';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { Drawer } from '../../../ui/drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';

export interface EvidenceDrawerProps {
  readonly evidenceId: EvidenceId;
  readonly section: SectionName | undefined;
  readonly onClose: () => void;
}

/** The raw text a value was read from, as the host gave it. */
export function EvidenceDrawer({ evidenceId, section, onClose }: EvidenceDrawerProps) {
  const { t } = useTranslation(['server', 'facts']);
  const format = useFormat();
  const evidence = useCall('inventory.getEvidence', { evidenceId, ...(section === undefined ? {} : { section }) });
  const title = section === undefined ? t('evidence.show') : t('evidence.title', { section: t(`facts:section.${section}`) });
  return (
    <Drawer title={title} opened onClose={onClose}>
      {evidence.error !== null ? <ErrorState error={evidence.error} onRetry={() => void evidence.refetch()} /> : evidence.data === undefined ? <LoadingState /> : (
        <Stack>
          <p className="muted" style={{ overflowWrap: 'anywhere' }}>{t('evidence.collected', { at: format.instant(evidence.data.collectedAt), sha: evidence.data.sha256 })}</p>
          {evidence.data.truncated ? <Notice tone="warning" title={t('evidence.truncated')} /> : null}
          <CodeBlock text={evidence.data.text} label={title} maxHeight={640} />
        </Stack>
      )}
    </Drawer>
  );
}
