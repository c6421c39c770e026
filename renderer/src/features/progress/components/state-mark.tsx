import { useTranslation } from 'react-i18next';
import type { TrackingState } from '../../../../../shared/model/tracking.ts';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';

const KIND: Readonly<Record<TrackingState, StatusKind>> = { planned: 'waiting', preparing: 'running', replicated: 'running', 'cut-over': 'done', stabilising: 'done', accepted: 'done', 'source-retired': 'done' };

/** The step of a system by shape and word; null = nothing recorded yet. */
export function StateMark({ state }: { readonly state: TrackingState | null }) {
  const { t } = useTranslation(['progress', 'exports']);
  return state === null ? <StatusMark kind="waiting" label={t('systems.notTracked')} /> : <StatusMark kind={KIND[state]} label={t(`exports:trackingState.${state}`)} />;
}
