import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostKeySchema, type HostKey } from '../../../../../shared/model/scan.ts';
import { useCommand } from '../../../api/use-command.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { NO_SELECTION, type Selection } from '../../../ui/table/selection.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { KEY_MARK } from '../lib/run-mark.ts';
import { ChangedKeyDialog } from './changed-key-dialog.tsx';
import { KnownHostsImport } from './known-hosts-import.tsx';
import styles from './run-view.module.css';

const keyId = (key: HostKey): string => `${key.host}|${key.port}|${key.path}|${key.keyType}|${key.fingerprintSha256}`;

export interface HostKeysViewProps {
  /** Shows keys of this state only. */
  readonly state: HostKey['state'] | undefined;
  readonly onState: (state: HostKey['state'] | undefined) => void;
  readonly onNew: () => void;
}

/** Fingerprints of hosts: approve those waiting exactly as shown; a changed one only alone and after comparing. */
export function HostKeysView({ state, onState, onNew }: HostKeysViewProps) {
  const { t } = useTranslation('scan');
  const keys = usePagedRows('scan.listHostKeys', state === undefined ? {} : { states: [state] });
  const [selection, setSelection] = useState<Selection>(NO_SELECTION);
  const [changed, setChanged] = useState<HostKey | null>(null);
  const approve = useCommand('scan.approveHostKeys');
  const layout = useColumnLayout('host-keys', useKeyColumns(setChanged));
  const approveSelected = async (): Promise<void> => {
    const all = await keys.load(0, keys.total - 1);
    const chosen = all.filter((key) => selection.ids.has(keyId(key)) && key.state === 'pending');
    if (chosen.length > 0) await approve.mutateAsync({ keys: chosen.map(({ host, port, path, fingerprintSha256 }) => ({ host, port, path, fingerprintSha256 })) });
    setSelection(NO_SELECTION);
  };
  return (
    <div className={styles.results}>
      <div className={styles.filter}>
        <OptionalSelectField label="" width={200} placeholder={t('keys.anyState')} value={state ?? null} onChange={(next) => onState(next ?? undefined)} choices={hostKeySchema.shape.state.options.map((value) => ({ value, label: t(`keyState.${value}`) }))} />
        <KnownHostsImport />
      </div>
      <DataTable
        label={t('keys.title')}
        columns={layout}
        rows={keys}
        idOf={keyId}
        selection={selection}
        onSelect={setSelection}
        selectionActions={<Button size="small" variant="primary" icon="check" loading={approve.isPending} onClick={() => void approveSelected()}>{t('keys.approve')}</Button>}
        stale={keys.isStale}
        placeholder={keys.error !== null ? <ErrorState error={keys.error} onRetry={keys.retry} /> : keys.isLoading ? <LoadingState /> : state === undefined ? <EmptyState title={t('keys.empty.title')} text={t('keys.empty.text')} action={<Button variant="primary" icon="plus" onClick={onNew}>{t('start.new')}</Button>} /> : <EmptyState title={t('keys.nothing')} action={<Button onClick={() => onState(undefined)}>{t('keys.showAll')}</Button>} />}
      />
      {changed === null ? null : <ChangedKeyDialog hostKey={changed} onClose={() => setChanged(null)} />}
    </div>
  );
}

function useKeyColumns(onCompare: (key: HostKey) => void): readonly Column<HostKey>[] {
  const { t } = useTranslation('scan');
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'host', title: t('keys.host'), width: 200, cell: (key) => (key.port === 22 ? key.host : `${key.host}:${key.port}`), text: (key) => `${key.host}:${key.port}` },
      { key: 'state', title: t('keys.state'), width: 120, cell: (key) => <StatusMark kind={KEY_MARK[key.state]} label={t(`keyState.${key.state}`)} />, text: (key) => t(`keyState.${key.state}`) },
      { key: 'keyType', title: t('keys.type'), width: 150, cell: (key) => <span className="mono">{key.keyType}</span>, text: (key) => key.keyType },
      { key: 'fingerprint', title: t('keys.fingerprint'), width: 380, cell: (key) => <span className="mono">{key.fingerprintSha256}</span>, text: (key) => key.fingerprintSha256 },
      { key: 'origin', title: t('keys.origin'), width: 130, cell: (key) => t(`keyOrigin.${key.origin}`), text: (key) => t(`keyOrigin.${key.origin}`) },
      { key: 'by', title: t('keys.by'), width: 110, cell: (key) => key.by, text: (key) => key.by },
      { key: 'at', title: t('keys.at'), width: 140, cell: (key) => format.instant(key.at), text: (key) => key.at },
      { key: 'compare', title: '', width: 110, cell: (key) => (key.state === 'changed' ? <Button size="small" onClick={() => onCompare(key)}>{t('keys.compare')}</Button> : null), text: () => '' },
    ],
    [t, format, onCompare],
  );
}
