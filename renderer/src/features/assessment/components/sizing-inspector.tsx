import { useTranslation } from 'react-i18next';
import type { ServerId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { ConfidenceStars } from '../../../ui/confidence-stars.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerAssessment } from '../lib/sizing-change.ts';
import { sizingParamShow } from '../lib/sizing-params.ts';

export interface SizingInspectorProps {
  readonly serverId: ServerId;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Why a server gets its flavour, and why the next smaller one would not do. */
export function SizingInspector({ serverId, currency, onClose }: SizingInspectorProps) {
  const { t } = useTranslation('assessment');
  const answer = useCall('assessment.getServer', { serverId }, { keepPrevious: true });
  const assessment = answer.data?.assessment;
  return (
    <Inspector name="assessment" title={t('sizing.title', { name: assessment?.hostname ?? '' })} onClose={onClose}>
      {answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : assessment === undefined ? <LoadingState /> : <SizingFacts assessment={assessment} currency={currency} />}
    </Inspector>
  );
}

function SizingFacts({ assessment, currency }: { readonly assessment: ServerAssessment; readonly currency: string }) {
  const { t } = useTranslation(['assessment', 'profile']);
  const format = useFormat();
  const { sizing, confidence } = assessment;
  const size = (vcpu: number | null, memBytes: number | null): string => (vcpu === null && memBytes === null ? '-' : t('size', { vcpu: format.number(vcpu), mem: format.bytes(memBytes) }));
  const shown = (params: Readonly<Record<string, string | number>>): Record<string, string> =>
    Object.fromEntries(Object.entries(params).map(([key, value]) => {
      const show = sizingParamShow(key, value);
      return [key, typeof value === 'string' || show === 'text' ? String(value) : show === 'ratio' ? format.ratio(value) : show === 'bytes' ? format.bytes(value) : format.number(value)];
    }));
  const label = t('sizing.confidenceValue', { stars: confidence.stars, score: confidence.score });
  return (
    <Stack gap={4}>
      <DefinitionList
        items={[
          { key: 'allocated', label: t('sizing.allocated'), value: size(assessment.vcpuCount, assessment.memBytes) },
          { key: 'measured', label: t('sizing.measured'), value: t('sizing.measuredValue', { cpu: format.ratio(assessment.cpuP95Ratio), mem: format.ratio(assessment.memP95Ratio) }) },
          { key: 'required', label: t('sizing.required'), value: size(sizing.requiredVcpu, sizing.requiredMemBytes) },
          { key: 'chosen', label: t('sizing.chosen'), value: assessment.flavourName ?? t('sizing.none') },
          { key: 'price', label: t('sizing.price'), value: format.money(sizing.pricePerMonthMinor, currency) },
          { key: 'confidence', label: t('sizing.confidence'), value: <><ConfidenceStars stars={confidence.stars} label={label} /> {label}</> },
        ]}
      />
      <Section title={t('sizing.reasons')}>
        <ul style={{ margin: 0, paddingInlineStart: 16 }}>
          {sizing.reasons.map((reason, index) => <li key={index}>{t(`profile:sizingReason.${reason.key}`, { replace: shown(reason.params) })}</li>)}
          {confidence.reasons.map((reason) => <li key={reason}>{t(`profile:confidenceReason.${reason}`)}</li>)}
        </ul>
      </Section>
      <TextLink to={`/server/${assessment.serverId}`} search={{ tab: 'load' }}>{t('sizing.open')}</TextLink>
    </Stack>
  );
}
