import { useTranslation } from 'react-i18next';
import type { ScanTarget } from '../../../../../shared/model/scan.ts';
import { Notice } from '../../../ui/notice.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Stack } from '../../../ui/stack.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import type { TargetPreview as Preview } from '../lib/wizard-store.ts';

const targetId = (target: ScanTarget): string => `${target.host}:${target.port}`;

/** What was understood: targets, merged duplicates, and the lines that need mending. */
export function TargetPreview({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const layout = useColumnLayout('scan-targets', useTargetColumns());
  return (
    <Stack gap={3}>
      <p role="status">
        <strong>{t('preview.targets', { count: preview.targets.length, number: format.count(preview.targets.length) })}</strong>{' '}
        <span className="muted">{t('preview.facts', { format: t(`targets.formats.${preview.format}`), encoding: preview.encoding, duplicates: format.count(preview.duplicates) })}</span>
      </p>
      <div style={{ height: 300, display: 'flex' }}>
        <DataTable label={t('preview.title')} columns={layout} rows={arrayRows(preview.targets)} idOf={targetId} placeholder={<p className="muted" style={{ padding: 16 }}>{t('targets.none')}</p>} />
      </div>
      {preview.rejected.length === 0 ? null : (
        <Notice tone="warning" title={t('preview.rejected', { count: preview.rejected.length, number: format.count(preview.rejected.length) })}>
          <SimpleTable
            label={t('preview.rejectedTitle')}
            rows={preview.rejected.slice(0, 200)}
            maxHeight={180}
            keyOf={(line, index) => `${line.line} ${index}`}
            columns={[
              { key: 'line', title: t('preview.line'), align: 'right', cell: (line) => format.count(line.line) },
              { key: 'reason', title: t('preview.reason'), cell: (line) => t(`rejected.${line.reason}`) },
              { key: 'text', title: t('preview.text'), cell: (line) => <span className="mono">{line.text}</span> },
            ]}
          />
        </Notice>
      )}
    </Stack>
  );
}

function useTargetColumns(): readonly Column<ScanTarget>[] {
  const { t } = useTranslation('scan');
  const text = (key: 'name' | 'departmentName' | 'tag' | 'user' | 'jump', width: number): Column<ScanTarget> => ({ key, title: t(`preview.${key}`), width, cell: (target) => target[key] ?? '-', text: (target) => target[key] ?? '' });
  return [
    { key: 'host', title: t('results.host'), width: 170, cell: (target) => target.host, text: (target) => target.host },
    { key: 'port', title: t('targets.port'), width: 60, align: 'right', cell: (target) => target.port, text: (target) => String(target.port) },
    text('user', 80),
    text('name', 120),
    text('departmentName', 120),
    text('tag', 110),
    text('jump', 150),
  ];
}
