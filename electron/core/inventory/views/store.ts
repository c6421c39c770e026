import type { z } from 'zod';
import type { savedViewSchema } from '../../../../shared/contract/inventory.ts';
import type { ProjectDatabase } from '../../db/index.ts';

type SavedView = z.input<typeof savedViewSchema>;

export function listViews(database: ProjectDatabase): SavedView[] {
  return database.all(database.sql.selectFrom('saved_view').selectAll().orderBy('name').orderBy('id'));
}

/** Inside a transaction. A view of the same name and screen is replaced. */
export function saveView(database: ProjectDatabase, view: SavedView): void {
  database.run(database.sql.deleteFrom('saved_view').where('name', '=', view.name).where('screen', '=', view.screen));
  database.run(database.sql.insertInto('saved_view').values(view));
}

/** Inside a transaction. Returns the number of removed views. */
export function deleteView(database: ProjectDatabase, id: string): number {
  return database.run(database.sql.deleteFrom('saved_view').where('id', '=', id));
}
