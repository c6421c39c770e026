import type { ExportDataset } from '../dataset.ts';
import type { Table } from '../table.ts';
import { adoptionTable } from './adoption-table.ts';
import { assignmentsTable, departmentsTable, flowsTable, scanErrorsTable, trackingTable } from './register-tables.ts';
import { serversTable } from './servers-table.ts';
import { systemsTable } from './systems-table.ts';
import { wavePlanTable } from './wave-plan-table.ts';
import type { CSV_TABLES } from '../../../../shared/contract/exporting.ts';

/** The tables one can ask for by name. */
export const TABLES: Readonly<Record<(typeof CSV_TABLES)[number], (dataset: ExportDataset) => Table>> = {
  servers: serversTable,
  systems: systemsTable,
  departments: departmentsTable,
  flows: flowsTable,
  waves: wavePlanTable,
  assignments: assignmentsTable,
  adoption: adoptionTable,
  tracking: trackingTable,
  'scan-errors': scanErrorsTable,
};
