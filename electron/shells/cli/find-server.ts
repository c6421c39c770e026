import { AppError } from '../../../shared/kernel/app-error.ts';
import { serverIdSchema, type ServerId } from '../../../shared/kernel/ids.ts';
import type { Client } from '../../../shared/contract/client.ts';

async function isServerId(client: Client, id: ServerId): Promise<boolean> {
  try {
    await client.call('inventory.getServer', { serverId: id });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'record.not_found') return false;
    throw error;
  }
}

/** The server that an id, a host name or an address means. Throws `record.not_found`, also when several fit. */
export async function findServer(client: Client, text: string): Promise<ServerId> {
  const id = serverIdSchema.safeParse(text);
  if (id.success && (await isServerId(client, id.data))) return id.data;
  const quoted = `"${text.replaceAll('"', '')}"`;
  const { rows } = await client.call('inventory.listServers', { filter: quoted, limit: 500 });
  const fitting = rows.filter((row) => row.hostname === text || row.address === text);
  const [only, ...others] = fitting;
  if (!only || others.length > 0) throw new AppError('record.not_found', { id: text, candidates: fitting.map((row) => row.id) });
  return only.id;
}
