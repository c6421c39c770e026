import type { ExportDataset } from './dataset.ts';

/**
 * The whole project as JSON lines: one object per line with `kind` and the fields of the model, the first line saying what
 * it is. Escapes are JSON's own, so hostile text stays data; additive changes only.
 */
export function writeJsonl(dataset: ExportDataset): string {
  const lines: object[] = [{ kind: 'landfall-export', version: 1, project: dataset.projectName, asOf: dataset.asOf, currency: dataset.currency }];
  const add = (kind: string, rows: readonly object[]) => rows.forEach((row) => lines.push({ kind, ...row }));
  add('department', dataset.departments);
  add('system', dataset.systems);
  // `kind` of a server is its nature; the line's own `kind` must not hide it.
  add('server', dataset.servers.map(({ kind, ...server }) => ({ ...server, serverKind: kind })));
  add('flow', dataset.flows);
  if (dataset.plan !== null) {
    const { plan, settings, ...summary } = dataset.plan;
    const { waves, assignments, unassigned, groups, violations, adoption, targets, ...hashes } = plan;
    lines.push({ kind: 'plan', ...summary, ...hashes, settings, targets });
    add('wave', waves);
    add('move-group', groups);
    add('assignment', assignments);
    add('unassigned', unassigned);
    add('violation', violations);
    for (const [measure, points] of Object.entries(adoption)) add('adoption', points.map((point) => ({ measure, ...point })));
  }
  add('tracking', dataset.tracking);
  add('scan-error', dataset.scanErrors);
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
