import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverIdSchema } from '../../../../../shared/kernel/ids.ts';
import type { Server } from '../../../../../shared/model/server.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { NO_SELECTION } from '../../../ui/table/selection.ts';
import { useChosenColumns } from '../../../ui/table/use-chosen-columns.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { InventoryFilter } from '../components/inventory-filter.tsx';
import { InventorySelection } from '../components/inventory-selection.tsx';
import { InventoryToolbar } from '../components/inventory-toolbar.tsx';
import { ServerInspector } from '../components/server-inspector.tsx';
import { useServerColumns } from '../components/use-server-columns.ts';
import { useServerTotals } from '../components/use-server-totals.ts';
import { INVENTORY_URL, orderOfColumns, parseSortField, searchOfView, viewQuery } from '../lib/inventory-search.ts';
import { soundFilter } from '../lib/sound-filter.ts';

const idOf = (server: Server): string => server.id;

/** All servers of the city: filter, grid with totals, inspector. */
export function InventoryPage() {
  const { t } = useTranslation('inventory');
  const format = useFormat();
  const go = useGo();
  const [search, setSearch] = useUrlState(INVENTORY_URL);
  const [selection, setSelection] = useState(NO_SELECTION);
  const filter = useMemo(() => soundFilter(search.filter), [search.filter]);
  const servers = usePagedRows('inventory.listServers', { filter, sort: search.sort.map(({ field, descending }) => ({ field, descending })) });
  const columns = useServerColumns();
  const layout = useChosenColumns('inventory', columns, search.columns, (order) => setSearch({ columns: orderOfColumns(order) }, 'replace'));
  const openServer = useCallback((server: Server) => setSearch({ server: server.id }), [setSearch]);
  const openPage = useCallback((server: Server) => go(`/server/${server.id}`), [go]);
  const setFilter = useCallback((text: string) => setSearch({ filter: text }, 'replace'), [setSearch]);
  const chooseView = useCallback((view: string) => {
    const { filter: text, sort, columns: order } = searchOfView(view);
    setSearch({ filter: text, sort, columns: order });
  }, [setSearch]);
  // What would be saved as a view need not be ready before the rows are.
  const query = useDeferredValue(viewQuery(search));
  const totals = useServerTotals(servers.first?.totals);
  const opened = serverIdSchema.safeParse(search.server);

  const placeholder = servers.error !== null ? <ErrorState error={servers.error} onRetry={servers.retry} />
    : servers.isLoading ? <LoadingState />
    : servers.grandTotal === 0 ? <EmptyState title={t('empty.title')} text={t('empty.text')} action={<Button variant="primary" onClick={() => go('/scan', { view: 'new' })}>{t('empty.action')}</Button>} />
    : <EmptyState title={t('emptyFilter.title')} text={t('emptyFilter.text')} action={<Button onClick={() => setSearch({ filter: '' })}>{t('emptyFilter.action')}</Button>} />;

  return (
    <Page
      title={t('title')}
      scope={servers.first === undefined ? undefined : filter === '' ? t('scopeAll', { total: format.count(servers.grandTotal) }) : t('scope', { shown: format.count(servers.total), total: format.count(servers.grandTotal) })}
      layout="fill"
      toolbar={<InventoryToolbar query={query} columns={columns} layout={layout} onChooseView={chooseView} />}
      bar={<InventoryFilter value={search.filter} onChange={setFilter} />}
      inspector={opened.success ? <ServerInspector serverId={opened.data} onClose={() => setSearch({ server: undefined })} /> : undefined}
    >
      <DataTable
        label={t('table')}
        columns={layout}
        rows={servers}
        idOf={idOf}
        totals={totals}
        sort={search.sort[0] ?? null}
        onSort={(sort) => setSearch({ sort: parseSortField(sort) }, 'replace')}
        selection={selection}
        onSelect={setSelection}
        selectionActions={<InventorySelection selection={selection} rows={servers} />}
        activeId={search.server}
        onActivate={openServer}
        onOpen={openPage}
        stale={servers.isStale}
        placeholder={placeholder}
      />
    </Page>
  );
}
