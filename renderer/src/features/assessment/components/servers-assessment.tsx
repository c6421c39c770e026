import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flavour } from '../../../../../shared/model/catalogue.ts';
import type { PagedRows } from '../../../api/use-paged-rows.ts';
import { ConfidenceStars } from '../../../ui/confidence-stars.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable, type DataTableProps } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { sizingChange, type ServerAssessment } from '../lib/sizing-change.ts';

export interface ServersAssessmentProps {
  readonly servers: PagedRows<'assessment.listServers'>;
  readonly flavours: ReadonlyMap<string, Flavour>;
  readonly currency: string;
  readonly activeId: string | undefined;
  readonly onOpen: (serverId: string) => void;
  readonly placeholder: DataTableProps<ServerAssessment>['placeholder'];
}

const idOf = (row: ServerAssessment): string => row.serverId;

/** What every server has, needs and would get. */
export function ServersAssessment({ servers, flavours, currency, activeId, onOpen, placeholder }: ServersAssessmentProps) {
  const { t } = useTranslation(['assessment', 'exports', 'inventory']);
  const format = useFormat();
  const columns = useMemo((): readonly Column<ServerAssessment>[] => {
    const size = (vcpu: number | null, memBytes: number | null): string => (vcpu === null && memBytes === null ? '-' : t('size', { vcpu: format.number(vcpu), mem: format.bytes(memBytes) }));
    const flavourOf = (row: ServerAssessment): Flavour | undefined => (row.sizing.flavourId === null ? undefined : flavours.get(row.sizing.flavourId));
    const change = (row: ServerAssessment): string => t(`change.${sizingChange(row, flavourOf(row))}`);
    const price = (row: ServerAssessment): string => format.money(row.sizing.pricePerMonthMinor, currency);
    const stars = (row: ServerAssessment): string => t('inventory:stars', { stars: row.confidence.stars });
    return [
      { key: 'hostname', title: t('column.hostname'), width: 190, cell: (row) => row.hostname, text: (row) => row.hostname },
      { key: 'system', title: t('column.system'), width: 190, cell: (row) => row.systemName ?? '-', text: (row) => row.systemName ?? '' },
      { key: 'allocated', title: t('column.allocated'), width: 150, align: 'right', cell: (row) => size(row.vcpuCount, row.memBytes), text: (row) => size(row.vcpuCount, row.memBytes) },
      { key: 'cpuP95', title: t('column.cpuP95'), width: 90, align: 'right', cell: (row) => format.ratio(row.cpuP95Ratio), text: (row) => format.ratio(row.cpuP95Ratio) },
      { key: 'memP95', title: t('column.memP95'), width: 100, align: 'right', cell: (row) => format.ratio(row.memP95Ratio), text: (row) => format.ratio(row.memP95Ratio) },
      { key: 'required', title: t('column.required'), width: 160, align: 'right', cell: (row) => size(row.sizing.requiredVcpu, row.sizing.requiredMemBytes), text: (row) => size(row.sizing.requiredVcpu, row.sizing.requiredMemBytes) },
      { key: 'flavour', title: t('column.flavour'), width: 230, cell: (row) => row.flavourName ?? '-', text: (row) => row.flavourName ?? '' },
      { key: 'change', title: t('column.change'), width: 90, cell: change, text: change },
      { key: 'basis', title: t('column.basis'), width: 120, cell: (row) => t(`exports:sizingBasis.${row.sizing.basis}`), text: (row) => t(`exports:sizingBasis.${row.sizing.basis}`) },
      { key: 'confidence', title: t('column.confidence'), width: 96, cell: (row) => <ConfidenceStars stars={row.confidence.stars} label={stars(row)} />, text: stars },
      { key: 'price', title: t('column.price'), width: 120, align: 'right', cell: price, text: price },
    ];
  }, [t, format, flavours, currency]);
  const layout = useColumnLayout('assessment.servers', columns);
  const activate = useCallback((row: ServerAssessment) => onOpen(row.serverId), [onOpen]);
  return <DataTable label={t('serversTable')} columns={layout} rows={servers} idOf={idOf} activeId={activeId} onActivate={activate} stale={servers.isStale} placeholder={placeholder} />;
}
