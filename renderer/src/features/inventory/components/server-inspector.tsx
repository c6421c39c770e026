import { useTranslation } from 'react-i18next';
import { SERVER_FIELDS, type ServerField } from '../../../../../shared/model/server.ts';
import type { ServerId } from '../../../../../shared/kernel/ids.ts';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import { useCall } from '../../../api/use-call.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import { useDrawServerValue } from './server-value.tsx';

const FACTS = ['address', 'departmentName', 'systemName', 'kind', 'osName', 'osVersion', 'architecture', 'cpuModel', 'vcpuCount', 'memBytes', 'diskBytes', 'usedStorageBytes', 'environment', 'note', 'tag'] as const satisfies readonly ServerField[];
const LOAD = ['cpuP95Ratio', 'memP95Ratio', 'sampleCount', 'confidenceStars'] as const satisfies readonly ServerField[];

export interface ServerInspectorProps {
  readonly serverId: ServerId;
  readonly onClose: () => void;
}

/** The chosen server beside the grid: main facts with where each value comes from. */
export function ServerInspector({ serverId, onClose }: ServerInspectorProps) {
  const { t } = useTranslation(['inventory', 'fields', 'server']);
  const format = useFormat();
  const language = useLanguage();
  const draw = useDrawServerValue();
  const answer = useCall('inventory.getServer', { serverId }, { keepPrevious: true });
  const detail = answer.data;
  const items = (fields: readonly ServerField[]) =>
    fields.flatMap((field) => {
      const spec = SERVER_FIELDS.find((one) => one.key === field);
      if (detail === undefined || spec === undefined) return [];
      const provenance = detail.observations[field]?.[0]?.provenance;
      const source = provenance === undefined ? undefined : t('server:provenance', { source: t(`server:source.${provenance.source}`), by: provenance.by, at: format.instant(provenance.at) });
      return [{ key: field, label: t(`fields:${field}`), value: <>{draw(detail.server, field, spec.type)}{source === undefined || provenance === undefined ? null : <span className="muted" title={source}> · {t(`server:source.${provenance.source}`)}</span>}</> }];
    });
  return (
    <Inspector name="inventory" title={detail?.server.hostname ?? ''} onClose={onClose}>
      {answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : detail === undefined ? <LoadingState /> : (
        <Stack gap={4}>
          <TextLink to={`/server/${serverId}`}>{t('inspector.open')}</TextLink>
          {detail.server.lastErrorCode === null ? null : <HostErrorNotice code={detail.server.lastErrorCode} host={detail.server.hostname} language={language} title={t('error.notice')} />}
          <Section title={t('inspector.facts')}><DefinitionList items={items(FACTS)} /></Section>
          <Section title={t('inspector.load')}>{detail.profile === null ? <p className="muted">{t('inspector.noLoad')}</p> : <DefinitionList items={items(LOAD)} />}</Section>
          <Section title={t('inspector.lastScan')}><DefinitionList items={items(['scanState', 'lastSeenAt'])} /></Section>
        </Stack>
      )}
    </Inspector>
  );
}

function HostErrorNotice({ code, host, language, title }: { readonly code: string; readonly host: string; readonly language: 'zh-CN' | 'en'; readonly title: string }) {
  const text = describeHostError(language, code, { host });
  return (
    <Notice tone="warning" title={`${title}: ${text.title}`}>
      <p className="muted">{text.next}</p>
    </Notice>
  );
}
