import { useTranslation } from 'react-i18next';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import type { EvidenceRef } from '../../../../../shared/model/provenance.ts';
import type { SectionState } from '../../../../../shared/model/host-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { IdentitySection } from './identity-section.tsx';

export interface ScansTabProps {
  readonly detail: ServerDetail;
  readonly onEvidence: (evidence: EvidenceRef) => void;
}

const STATE: Readonly<Record<SectionState, StatusKind>> = { complete: 'done', partial: 'warning', truncated: 'warning', 'timed-out': 'warning', absent: 'excluded', skipped: 'excluded', unreadable: 'blocked' };

/** What each section of the probe brought, what is missing for want of rights, and earlier scans. */
export function ScansTab({ detail, onEvidence }: ScansTabProps) {
  const { t, i18n } = useTranslation(['server', 'facts', 'exports']);
  const format = useFormat();
  const language = useLanguage();
  // Keys come from the probes; one that has no word yet is shown as it is.
  const missingText = (key: string): string => (i18n.exists(`facts:missing.${key}`) ? i18n.t(`facts:missing.${key}` as 'facts:section.os') : key);
  const stateText = (state: string): string => (i18n.exists(`exports:scanState.${state}`) ? i18n.t(`exports:scanState.${state}` as 'exports:scanState.done') : state);
  return (
    <Stack gap={2}>
      <Section title={t('sections.title')}>
        {detail.sections.length === 0 ? <p className="muted">{t('sections.none')}</p> : (
          <SimpleTable
            label={t('sections.title')}
            rows={detail.sections}
            keyOf={(section) => section.name}
            columns={[
              { key: 'name', title: t('sections.name'), cell: (section) => t(`facts:section.${section.name}`) },
              { key: 'state', title: t('sections.state'), cell: (section) => <StatusMark kind={STATE[section.state]} label={t(`facts:stateShort.${section.state}`)} /> },
              { key: 'bytes', title: t('sections.bytes'), align: 'right', cell: (section) => format.bytes(section.bytes) },
              { key: 'missing', title: t('sections.missing'), cell: (section) => section.missing.map(missingText).join('; ') || '-' },
              { key: 'raw', title: t('evidence.show'), cell: (section) => (section.evidence === null ? '-' : <EvidenceButton evidence={section.evidence} label={t('evidence.open', { field: t(`facts:section.${section.name}`) })} onEvidence={onEvidence} />) },
            ]}
          />
        )}
      </Section>
      <IdentitySection detail={detail} />
      <Section title={t('scans.title')}>
        {detail.scans.length === 0 ? <p className="muted">{t('scans.none')}</p> : (
          <SimpleTable
            label={t('scans.title')}
            rows={detail.scans}
            keyOf={(scan, index) => `${scan.at} ${String(index)}`}
            columns={[
              { key: 'at', title: t('scans.at'), cell: (scan) => format.instant(scan.at) },
              { key: 'state', title: t('scans.state'), cell: (scan) => stateText(scan.state) },
              { key: 'error', title: t('scans.error'), cell: (scan) => (scan.errorCode === null ? '-' : `${describeHostError(language, scan.errorCode, { host: detail.server.hostname }).title} (${scan.errorCode})`) },
            ]}
          />
        )}
      </Section>
    </Stack>
  );
}

function EvidenceButton({ evidence, label, onEvidence }: { readonly evidence: EvidenceRef; readonly label: string; readonly onEvidence: (evidence: EvidenceRef) => void }) {
  return <Button size="small" variant="quiet" icon="file" onClick={() => onEvidence(evidence)}>{label}</Button>;
}
