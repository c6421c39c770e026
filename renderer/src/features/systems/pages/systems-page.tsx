import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentIdSchema, systemIdSchema } from '../../../../../shared/kernel/ids.ts';
import type { SystemSummary } from '../../../../../shared/model/service-system.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Row } from '../../../ui/stack.tsx';
import { ColumnChooser } from '../../../ui/table/column-chooser.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { NO_SELECTION } from '../../../ui/table/selection.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { BulkSystemsDialog } from '../components/bulk-systems-dialog.tsx';
import { CreateSystemDialog } from '../components/create-system-dialog.tsx';
import { LinkRulesDialog } from '../components/link-rules-dialog.tsx';
import { SystemInspector } from '../components/system-inspector.tsx';
import { useAllDepartments } from '../components/use-all-departments.ts';
import { useSystemColumns } from '../components/use-system-columns.tsx';
import { SYSTEMS_URL } from '../lib/systems-search.ts';

const idOf = (system: SystemSummary): string => system.id;

/** The register of service systems. */
export function SystemsPage() {
  const { t } = useTranslation('systems');
  const format = useFormat();
  const go = useGo();
  const [search, setSearch] = useUrlState(SYSTEMS_URL);
  const [selection, setSelection] = useState(NO_SELECTION);
  const [dialog, setDialog] = useState<'create' | 'rules' | 'bulk'>();
  const departments = useAllDepartments();
  const departmentId = departmentIdSchema.safeParse(search.departmentId);
  const systems = usePagedRows('organisation.listSystems', { text: search.text, ...(departmentId.success ? { departmentId: departmentId.data } : {}), sort: search.sort === undefined ? [] : [search.sort] });
  const columns = useSystemColumns();
  const layout = useColumnLayout('systems', columns);
  const open = useCallback((system: SystemSummary) => setSearch({ system: system.id }), [setSearch]);
  const opened = systemIdSchema.safeParse(search.system);
  const close = (): void => setDialog(undefined);
  const filtered = search.text !== '' || search.departmentId !== undefined;

  const placeholder = systems.error !== null ? <ErrorState error={systems.error} onRetry={systems.retry} />
    : systems.isLoading ? <LoadingState />
    : filtered && systems.grandTotal > 0 ? <EmptyState title={t('emptyFilter.title')} action={<Button onClick={() => setSearch({ text: '', departmentId: undefined })}>{t('emptyFilter.action')}</Button>} />
    : <EmptyState title={t('empty.title')} text={t('empty.text')} action={<Button variant="primary" icon="upload" onClick={() => go('/import', { kind: 'systems' })}>{t('empty.action')}</Button>} />;

  return (
    <Page
      title={t('title')}
      scope={systems.first === undefined ? undefined : filtered ? t('scope', { shown: format.count(systems.total), total: format.count(systems.grandTotal) }) : t('scopeAll', { total: format.count(systems.total) })}
      layout="fill"
      toolbar={<>
        <Button icon="link" onClick={() => setDialog('rules')}>{t('rules')}</Button>
        <ColumnChooser columns={columns} control={layout} />
        <Button icon="upload" onClick={() => go('/import', { kind: 'systems' })}>{t('import')}</Button>
        <Button icon="plus" onClick={() => setDialog('create')}>{t('new')}</Button>
      </>}
      bar={
        <Row gap={3} align="flex-end" wrap>
          <SearchField label={t('search')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} />
          <OptionalSelectField label={t('department')} value={search.departmentId ?? null} width={260} searchable placeholder={t('allDepartments')} choices={departments.map(({ id, name }) => ({ value: id as string, label: name }))} onChange={(id) => setSearch({ departmentId: id ?? undefined }, 'replace')} />
        </Row>
      }
      inspector={opened.success ? <SystemInspector systemId={opened.data} tab={search.tab} onTab={(tab) => setSearch({ tab }, 'replace')} onClose={() => setSearch({ system: undefined })} /> : undefined}
    >
      <DataTable
        label={t('table')}
        columns={layout}
        rows={systems}
        idOf={idOf}
        sort={search.sort ?? null}
        onSort={(sort) => setSearch({ sort: sort ?? undefined }, 'replace')}
        selection={selection}
        onSelect={setSelection}
        selectionActions={<Button size="small" icon="edit" onClick={() => setDialog('bulk')}>{t('bulk.button', { count: selection.ids.size })}</Button>}
        activeId={search.system}
        onActivate={open}
        stale={systems.isStale}
        placeholder={placeholder}
      />
      {dialog === 'create' ? <CreateSystemDialog departmentId={search.departmentId} onClose={close} onCreated={(system) => setSearch({ system })} /> : null}
      {dialog === 'rules' ? <LinkRulesDialog onClose={close} /> : null}
      {dialog === 'bulk' ? <BulkSystemsDialog ids={[...selection.ids].flatMap((id) => systemIdSchema.safeParse(id).data ?? [])} onClose={close} /> : null}
    </Page>
  );
}
