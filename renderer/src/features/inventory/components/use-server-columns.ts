import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SERVER_FIELDS, type Server } from '../../../../../shared/model/server.ts';
import type { Column } from '../../../ui/table/column.ts';
import { serverColumns } from '../lib/server-columns.ts';
import { useDrawServerValue } from './server-value.tsx';
import { useServerText } from './use-server-text.ts';

const ALL_FIELDS = SERVER_FIELDS.map((field) => field.key);

/** All columns of the grid; made once per language. */
export function useServerColumns(): readonly Column<Server>[] {
  const { t } = useTranslation(['fields']);
  const textOf = useServerText();
  const draw = useDrawServerValue();
  return useMemo(
    () =>
      serverColumns(ALL_FIELDS).map(({ field, type, align, widthPx }): Column<Server> => ({
        key: field,
        title: t(`fields:${field}`),
        width: widthPx,
        align,
        sortable: true,
        cell: (server) => draw(server, field, type),
        text: (server) => textOf(server, field, type),
      })),
    [t, draw, textOf],
  );
}
