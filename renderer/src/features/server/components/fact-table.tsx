import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRef } from '../../../../../shared/model/provenance.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Row } from '../../../ui/stack.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { factFields, type FactField, type FactGroup } from '../lib/fact-fields.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FactEditor } from './fact-editor.tsx';
import { useFactText } from './use-fact-text.ts';

export interface FactTableProps {
  readonly detail: ServerDetail;
  readonly group: FactGroup;
  readonly onEvidence: (evidence: EvidenceRef) => void;
}

/** Values of one group: each with its source, its raw text, and a pencil where a person may overrule it. */
export function FactTable({ detail, group, onEvidence }: FactTableProps) {
  const { t } = useTranslation(['server', 'fields']);
  const [editing, setEditing] = useState<string>();
  const textOf = useFactText();
  const labelOf = (field: FactField): string => t(`fields:${field.spec.key}`);
  return (
    <Section title={t(`group.${group}`)}>
      <SimpleTable
        label={t(`group.${group}`)}
        rows={factFields(detail, group)}
        keyOf={(field) => field.spec.key}
        columns={[
          { key: 'field', title: t('column.field'), width: '20%', cell: labelOf },
          { key: 'value', title: t('column.value'), width: '40%', cell: (field) => (editing === field.spec.key ? <FactEditor serverId={detail.server.id} field={field} onDone={() => setEditing(undefined)} /> : <FactText field={field} text={textOf(field.spec, field.value)} />) },
          { key: 'source', title: t('column.source'), width: '32%', cell: (field) => <FactSource field={field} /> },
          {
            key: 'actions', title: t('column.actions'), cell: (field) => {
              const evidence = field.observation?.provenance.evidence;
              return (
                <Row gap={0}>
                  {evidence === undefined ? null : <IconButton icon="file" label={t('evidence.open', { field: labelOf(field) })} onClick={() => onEvidence(evidence)} />}
                  {field.spec.editable ? <IconButton icon="edit" label={t('override.edit', { field: labelOf(field) })} onClick={() => setEditing(field.spec.key)} /> : null}
                </Row>
              );
            },
          },
        ]}
      />
    </Section>
  );
}

function FactText({ field, text }: { readonly field: FactField; readonly text: string }) {
  const { t } = useTranslation('server');
  const textOf = useFactText();
  const other = field.conflicting ? field.others.find((one) => one.value !== field.observation?.value) : undefined;
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{text}</span>
      {other === undefined ? null : <div><StatusMark kind="warning" label={t('override.conflict', { value: textOf(field.spec, other.value), source: t(`source.${other.provenance.source}`) })} /></div>}
    </>
  );
}

function FactSource({ field }: { readonly field: FactField }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  if (field.value === null || field.value === '') return <span className="muted">-</span>;
  if (field.observation === undefined) return <span className="muted">{t('source.derived')}</span>;
  const { source, by, at } = field.observation.provenance;
  return <span className="muted">{t('provenance', { source: t(`source.${source}`), by, at: format.instant(at) })}</span>;
}
