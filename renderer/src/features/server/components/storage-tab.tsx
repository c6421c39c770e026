import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import { Stack } from '../../../ui/stack.tsx';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FilteredList } from './filtered-list.tsx';
import { SharesList } from './shares-list.tsx';
import { useSectionNote } from './use-section-note.ts';

/** Filesystems, block devices and network interfaces. */
export function StorageTab({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const noteOf = useSectionNote(detail);
  const { facts } = detail;
  const inodeShare = new Map(facts?.mounts?.inodes?.map(({ mountPoint, used, total }) => [mountPoint, used / total]));
  return (
    <Stack gap={2}>
      <FilteredList
        title={t('filesystems.title')}
        note={noteOf('filesystems')}
        rows={facts?.filesystems}
        none={t('filesystems.none')}
        texts={(row) => [row.mountPoint, row.source, row.fsType]}
        columns={[
          { key: 'mount', title: t('filesystems.mount'), cell: (row) => row.mountPoint },
          { key: 'source', title: t('filesystems.source'), cell: (row) => row.source },
          { key: 'type', title: t('filesystems.type'), cell: (row) => (row.remote ? `${row.fsType} (${t('filesystems.remote')})` : row.fsType) },
          { key: 'size', title: t('filesystems.size'), align: 'right', cell: (row) => (row.remote ? '-' : format.bytes(row.sizeBytes)) },
          { key: 'used', title: t('filesystems.used'), align: 'right', cell: (row) => (row.remote ? '-' : format.bytes(row.usedBytes)) },
          { key: 'share', title: t('filesystems.usedShare'), align: 'right', cell: (row) => (row.sizeBytes === 0 ? '-' : format.ratio(row.usedBytes / row.sizeBytes, 0)) },
          { key: 'inodes', title: t('filesystems.inodes'), align: 'right', cell: (row) => format.ratio(inodeShare.get(row.mountPoint), 0) },
        ]}
      />
      <SharesList detail={detail} />
      <FilteredList
        title={t('disks.title')}
        note={noteOf('block-devices')}
        rows={facts?.blockDevices}
        none={t('disks.none')}
        texts={(row) => [row.name, row.model, row.kind]}
        columns={[
          { key: 'name', title: t('disks.name'), cell: (row) => row.name },
          { key: 'kind', title: t('disks.kind'), cell: (row) => row.kind },
          { key: 'size', title: t('disks.size'), align: 'right', cell: (row) => format.bytes(row.sizeBytes) },
          { key: 'media', title: t('disks.media'), cell: (row) => (row.rotational === undefined ? '-' : row.rotational ? t('disks.spinning') : t('disks.solid')) },
          { key: 'model', title: t('disks.model'), cell: (row) => row.model ?? '-' },
          { key: 'parents', title: t('disks.parents'), cell: (row) => row.parents.join(', ') || '-' },
        ]}
      />
      <FilteredList
        title={t('nics.title')}
        note={noteOf('network')}
        rows={facts?.nics}
        none={t('nics.none')}
        texts={(row) => [row.name, row.mac, ...row.addresses.map((address) => address.address)]}
        columns={[
          { key: 'name', title: t('nics.name'), cell: (row) => row.name },
          { key: 'addresses', title: t('nics.addresses'), cell: (row) => row.addresses.map((address) => `${address.address}/${String(address.prefixLength)}`).join(', ') || '-' },
          { key: 'mac', title: t('nics.mac'), cell: (row) => row.mac ?? '-' },
          { key: 'state', title: t('nics.state'), cell: (row) => row.state ?? '-' },
          { key: 'speed', title: t('nics.speed'), align: 'right', cell: (row) => format.count(row.speedMbps) },
        ]}
      />
    </Stack>
  );
}
