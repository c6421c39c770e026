import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { SERVER_FIELDS, type Server } from '../../../../../shared/model/server.ts';
import type { Column } from '../../../ui/table/column.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { serverColumns } from '../lib/server-columns.ts';
import { ServerValue } from './server-value.tsx';
import { useServerText } from './use-server-text.ts';

type Totals = OutputOf<'inventory.listServers'>['totals'];
const ALL_FIELDS = SERVER_FIELDS.map((field) => field.key);

/** All columns of the grid; totals are those of the filtered set, not of the rows on the screen. */
export function useServerColumns(totals: Totals | undefined): readonly Column<Server>[] {
  const { t } = useTranslation(['fields']);
  const format = useFormat();
  const textOf = useServerText();
  return useMemo(() => {
    const totalOf: Readonly<Record<string, string | undefined>> = totals === undefined ? {} : { vcpuCount: format.count(totals.vcpuCount), memBytes: format.bytes(totals.memBytes), diskBytes: format.bytes(totals.diskBytes), usedStorageBytes: format.bytes(totals.usedStorageBytes) };
    return serverColumns(ALL_FIELDS).map(({ field, type, align, widthPx }): Column<Server> => ({
      key: field,
      title: t(`fields:${field}`),
      width: widthPx,
      align,
      sortable: true,
      cell: (server) => <ServerValue server={server} field={field} type={type} />,
      text: (server) => textOf(server, field, type),
      ...(totalOf[field] === undefined ? {} : { total: totalOf[field] }),
    }));
  }, [t, format, textOf, totals]);
}
