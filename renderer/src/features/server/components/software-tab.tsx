import { useTranslation } from 'react-i18next';
import { Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { CertificateList } from './certificate-list.tsx';
import { ClusterList } from './cluster-list.tsx';
import { ContainerList } from './container-list.tsx';
import { FilteredList } from './filtered-list.tsx';
import { ProductList } from './product-list.tsx';
import { useSectionNote } from './use-section-note.ts';

/** Products, clusters, containers and certificates; listening ports, processes, services and packages. */
export function SoftwareTab({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const noteOf = useSectionNote(detail);
  const { facts } = detail;
  const manager = facts?.packages === undefined ? undefined : t('packages.manager', { name: facts.packages.manager });
  return (
    <Stack gap={2}>
      <ProductList detail={detail} />
      <ClusterList detail={detail} />
      <ContainerList detail={detail} />
      <CertificateList detail={detail} />
      <FilteredList
        title={t('listeners.title')}
        note={noteOf('sockets')}
        rows={facts?.listeners}
        none={t('listeners.none')}
        texts={(row) => [String(row.port), row.processName, row.address]}
        columns={[
          { key: 'port', title: t('listeners.port'), align: 'right', cell: (row) => row.port },
          { key: 'transport', title: t('listeners.transport'), cell: (row) => row.transport },
          { key: 'address', title: t('listeners.address'), cell: (row) => row.address },
          { key: 'process', title: t('listeners.process'), cell: (row) => row.processName ?? '-' },
        ]}
      />
      <FilteredList
        title={t('processes.title')}
        note={noteOf('processes')}
        rows={facts?.processes}
        none={t('processes.none')}
        texts={(row) => [row.name, row.user, row.commandLine, String(row.pid)]}
        columns={[
          { key: 'pid', title: t('processes.pid'), align: 'right', cell: (row) => row.pid },
          { key: 'name', title: t('processes.name'), cell: (row) => row.name },
          { key: 'user', title: t('processes.user'), cell: (row) => row.user ?? '-' },
          { key: 'memory', title: t('processes.memory'), align: 'right', cell: (row) => format.bytes(row.residentBytes) },
          { key: 'command', title: t('processes.command'), cell: (row) => <span className="mono" style={{ overflowWrap: 'anywhere' }}>{row.commandLine ?? '-'}</span> },
        ]}
      />
      <FilteredList
        title={t('services.title')}
        note={noteOf('services')}
        rows={facts?.services}
        none={t('services.none')}
        texts={(row) => [row.name, row.state]}
        columns={[
          { key: 'name', title: t('services.name'), cell: (row) => row.name },
          { key: 'state', title: t('services.state'), cell: (row) => t(`services.states.${row.state}`) },
          { key: 'start', title: t('services.start'), cell: (row) => t(`services.modes.${row.startMode}`) },
        ]}
      />
      <FilteredList
        title={t('packages.title')}
        note={noteOf('packages') ?? manager}
        rows={facts?.packages?.items}
        none={t('packages.none')}
        texts={(row) => [row.name, row.version]}
        columns={[
          { key: 'name', title: t('packages.name'), cell: (row) => row.name },
          { key: 'version', title: t('packages.version'), cell: (row) => row.version },
          { key: 'architecture', title: t('packages.architecture'), cell: (row) => row.architecture ?? '-' },
        ]}
      />
    </Stack>
  );
}
