import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../../../shared/i18n/format.ts';
import { IconButton } from '../icon-button.tsx';
import { SimpleTable } from '../simple-table.tsx';
import { useLanguage } from '../use-language.ts';
import styles from './chart.module.css';
import type { ChartSpec, FormatValue } from './chart-spec.ts';
import { chartTable } from './chart-table.ts';

const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

export interface ChartProps {
  /** The finding when there is one: "CPU p95 is 21 % of 16 cores". */
  readonly title: string;
  readonly spec: ChartSpec;
  readonly format: FormatValue;
  /** Source, sample count, window. */
  readonly note?: string | undefined;
  readonly height?: number;
}

/** A chart with its title, its source and its table, one key away. */
export function Chart({ title, spec, format, note, height = 240 }: ChartProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure}>
      <div className={styles.head}>
        <figcaption className={styles.title}>{title}</figcaption>
        <span className="no-print"><IconButton icon={asTable ? 'chart' : 'table'} label={asTable ? t('chart.asChart') : t('chart.asTable')} onClick={() => setAsTable(!asTable)} /></span>
      </div>
      {asTable ? <ChartAsTable title={title} spec={spec} format={format} height={height} /> : (
        <div style={{ height }}>
          <Suspense fallback={<div aria-busy="true" />}><ChartCanvas key={language} spec={spec} format={format} label={title} /></Suspense>
        </div>
      )}
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
    </figure>
  );
}

function ChartAsTable({ title, spec, format, height }: ChartProps & { readonly height: number }) {
  const table = chartTable(spec, format, UNKNOWN);
  const columns = table.head.map((name, index) => ({ key: String(index), title: name, align: index === 0 ? ('left' as const) : ('right' as const), cell: (row: readonly string[]) => row[index] ?? UNKNOWN }));
  return <SimpleTable label={title} columns={columns} rows={table.rows} keyOf={(row, index) => `${index} ${row[0] ?? ''}`} maxHeight={height} />;
}
