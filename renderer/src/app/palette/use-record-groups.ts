import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import type { CommandGroup } from '../../ui/command-dialog.tsx';
import { useProject } from '../use-project.ts';
import { wordsFilter } from './match.ts';

const SHOWN = 6;

/** Servers, systems and departments whose names hold the words. */
export function useRecordGroups(query: string): readonly CommandGroup[] {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const project = useProject();
  const options = { enabled: query !== '' && project?.open === true, keepPrevious: true };
  const servers = useCall('inventory.listServers', { filter: wordsFilter(query), limit: SHOWN }, options);
  const systems = useCall('organisation.listSystems', { text: query.slice(0, 200), limit: SHOWN }, options);
  const departments = useCall('organisation.listDepartments', { text: query.slice(0, 200), limit: SHOWN }, options);
  if (!options.enabled) return [];
  return [
    { key: 'systems', label: t('screen.systems'), items: (systems.data?.rows ?? []).map((row) => ({ key: row.id, label: row.name, detail: row.departmentName, icon: 'systems' as const, run: () => void navigate({ to: '/systems', search: { system: row.id } }) })) },
    { key: 'servers', label: t('palette.servers'), items: (servers.data?.rows ?? []).map((row) => ({ key: row.id, label: row.hostname, detail: row.address ?? undefined, icon: 'inventory' as const, run: () => void navigate({ to: '/server/$id', params: { id: row.id } }) })) },
    { key: 'departments', label: t('screen.departments'), items: (departments.data?.rows ?? []).map((row) => ({ key: row.id, label: row.name, icon: 'departments' as const, run: () => void navigate({ to: '/systems', search: { department: row.id } }) })) },
  ];
}
