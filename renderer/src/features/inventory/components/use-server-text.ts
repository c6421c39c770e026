import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server, ServerField, ServerFieldSpec } from '../../../../../shared/model/server.ts';
import { useFormat } from '../../../ui/use-format.ts';

export type ServerText = (server: Server, field: ServerField, type: ServerFieldSpec['type']) => string;

/** A server's value as plain text with its unit, for cells and for copying. */
export function useServerText(): ServerText {
  const { t } = useTranslation(['exports']);
  const format = useFormat();
  return useCallback(
    (server, field, type) => {
      if (field === 'kind') return t(`exports:kind.${server.kind}`);
      if (field === 'scanState') return t(`exports:scanState.${server.scanState}`);
      const value = server[field];
      if (value === null || value === '') return '-';
      if (typeof value === 'string') return type === 'instant' ? format.instant(value) : value;
      if (type === 'bytes') return format.bytes(value);
      if (type === 'ratio') return format.ratio(value);
      return type === 'seconds' ? format.duration(value) : format.count(value);
    },
    [t, format],
  );
}
