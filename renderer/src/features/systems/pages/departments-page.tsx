import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { CreateDepartmentDialog } from '../components/create-department-dialog.tsx';
import { DepartmentInspector } from '../components/department-inspector.tsx';
import { useAllDepartments, type DepartmentSummary } from '../components/use-all-departments.ts';
import { DEPARTMENTS_URL } from '../lib/departments-search.ts';

const idOf = (department: DepartmentSummary): string => department.id;

/** The register of departments. */
export function DepartmentsPage() {
  const { t } = useTranslation('systems');
  const format = useFormat();
  const go = useGo();
  const [search, setSearch] = useUrlState(DEPARTMENTS_URL);
  const [creating, setCreating] = useState(false);
  const rows = usePagedRows('organisation.listDepartments', { text: search.text });
  const opened = useAllDepartments().find((department) => department.id === search.department);
  const columns = useMemo((): readonly Column<DepartmentSummary>[] => {
    const text = (key: 'name' | 'code' | 'sector' | 'contact', width: number): Column<DepartmentSummary> => ({ key, title: t(`departments.column.${key}`), width, cell: (row) => row[key] ?? '-', text: (row) => row[key] ?? '' });
    const count = (key: 'systemCount' | 'serverCount'): Column<DepartmentSummary> => ({ key, title: t(`departments.column.${key}`), width: 110, align: 'right', cell: (row) => format.count(row[key]), text: (row) => String(row[key]) });
    return [text('name', 280), text('code', 120), text('sector', 160), text('contact', 200), count('systemCount'), count('serverCount')];
  }, [t, format]);
  const layout = useColumnLayout('departments', columns);
  const open = useCallback((department: DepartmentSummary) => setSearch({ department: department.id }), [setSearch]);
  const showSystems = useCallback((department: DepartmentSummary) => go('/systems', { department: department.id }), [go]);
  const placeholder = rows.error !== null ? <ErrorState error={rows.error} onRetry={rows.retry} />
    : rows.isLoading ? <LoadingState />
    : search.text !== '' && rows.grandTotal > 0 ? <EmptyState title={t('departments.emptyFilter.title')} action={<Button onClick={() => setSearch({ text: '' })}>{t('emptyFilter.action')}</Button>} />
    : <EmptyState title={t('departments.empty.title')} text={t('departments.empty.text')} action={<Button variant="primary" icon="upload" onClick={() => go('/import', { kind: 'departments' })}>{t('departments.empty.action')}</Button>} />;
  return (
    <Page
      title={t('departments.title')}
      scope={rows.first === undefined ? undefined : search.text === '' ? t('departments.scopeAll', { total: format.count(rows.total) }) : t('departments.scope', { shown: format.count(rows.total), total: format.count(rows.grandTotal) })}
      layout="fill"
      toolbar={<>
        <Button icon="upload" onClick={() => go('/import', { kind: 'departments' })}>{t('import')}</Button>
        <Button icon="plus" onClick={() => setCreating(true)}>{t('departments.new')}</Button>
      </>}
      bar={<SearchField label={t('departments.search')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} />}
      inspector={opened === undefined ? undefined : <DepartmentInspector key={opened.id} department={opened} onClose={() => setSearch({ department: undefined })} />}
    >
      <DataTable label={t('departments.table')} columns={layout} rows={rows} idOf={idOf} activeId={search.department} onActivate={open} onOpen={showSystems} stale={rows.isStale} placeholder={placeholder} />
      {creating ? <CreateDepartmentDialog onClose={() => setCreating(false)} onCreated={(department) => setSearch({ department })} /> : null}
    </Page>
  );
}
