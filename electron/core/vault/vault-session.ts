import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { writeFileAtomically } from '../files/index.ts';
import { isMac, keyOfPassphrase, macOf, newKdf, newKey, seal, unseal } from './seal.ts';
import { UnlockDelay } from './unlock-delay.ts';
import { formatVault, inOrder, parseVault, type Kdf, type StoredEntry, type VaultBody, type VaultFile } from './vault-file.ts';

export interface VaultSessionOptions {
  /** Of the open project. Throws `project.not_open`. */
  readonly path: () => string;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** Told when it locks itself. */
  readonly onLocked: () => void;
}

interface OpenVault {
  readonly path: string;
  readonly key: Buffer;
  readonly file: VaultFile;
}

/** Nothing done with it for this long locks it; a scan that took its credential before goes on. */
export const IDLE_LOCK_MS = 15 * 60_000;
/** Two thousand keys; more is no vault. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const keyContext = (vaultId: string, { name, N, r, p, salt }: Kdf): (string | number)[] => ['key', vaultId, name, N, r, p, salt];

async function readVault(path: string): Promise<VaultFile> {
  const known = await stat(path).catch(() => undefined);
  if (!known) throw new AppError('vault.none');
  if (known.size > MAX_FILE_BYTES) throw new AppError('vault.damaged');
  return parseVault(await readFile(path, 'utf8'));
}

/** The key of a vault under a new passphrase, at the cost that is asked today. */
async function wrap(passphrase: string, key: Buffer, vaultId: string): Promise<Pick<VaultBody, 'kdf' | 'key'>> {
  const kdf = newKdf();
  const wrapping = await keyOfPassphrase(passphrase, kdf);
  const sealed = seal(wrapping, key, keyContext(vaultId, kdf));
  wrapping.fill(0);
  return { kdf, key: sealed };
}

/** One vault at a time: that of the open project. Its key is in memory from `unlock` to `lock`, and nowhere else. */
export class VaultSession {
  readonly #options: VaultSessionOptions;
  readonly #delay: UnlockDelay;
  #open: OpenVault | undefined;
  #idle: NodeJS.Timeout | undefined;
  #locksAtMs = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: VaultSessionOptions) {
    this.#options = options;
    this.#delay = new UnlockDelay(options.nowMs);
  }

  state(): 'none' | 'locked' | 'unlocked' {
    const path = this.#options.path();
    if (this.#open?.path === path) return 'unlocked';
    return existsSync(path) ? 'locked' : 'none';
  }

  /** Milliseconds until it locks itself; undefined while it is locked. */
  locksInMs(): number | undefined {
    return this.#open ? Math.max(0, this.#locksAtMs - this.#options.nowMs()) : undefined;
  }

  /** Changes follow each other: each is written on the one before it. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Throws `vault.exists`. */
  async create(passphrase: string): Promise<void> {
    const path = this.#options.path();
    if (existsSync(path)) throw new AppError('vault.exists');
    const key = newKey();
    const vaultId = this.#options.newId();
    await this.#write(path, key, { format: 'landfall-vault', version: 1, vaultId, ...(await wrap(passphrase, key, vaultId)), entries: [] });
  }

  /** Throws `vault.none`, `vault.damaged`, `vault.wait` or `vault.unlock_failed`, which does not tell a wrong passphrase from a damaged key. */
  async unlock(passphrase: string): Promise<void> {
    const path = this.#options.path();
    const seconds = this.#delay.waitSeconds();
    if (seconds > 0) throw new AppError('vault.wait', { seconds });
    const { mac, ...body } = await readVault(path);
    const wrapping = await keyOfPassphrase(passphrase, body.kdf);
    const key = unseal(wrapping, body.key, keyContext(body.vaultId, body.kdf));
    wrapping.fill(0);
    if (!key || !isMac(key, body, mac)) {
      this.#delay.failed();
      throw new AppError('vault.unlock_failed');
    }
    this.#delay.succeeded();
    this.#keep({ path, key, file: { ...body, mac } });
  }

  lock(): void {
    clearTimeout(this.#idle);
    this.#open?.key.fill(0);
    this.#open = undefined;
  }

  /** Seals the key anew; the secrets stay as they are. */
  async changePassphrase(passphrase: string, next: string): Promise<void> {
    await this.unlock(passphrase);
    const { path, key, file: { mac: _former, ...body } } = this.#demand();
    await this.#write(path, key, { ...body, ...(await wrap(next, key, body.vaultId)) });
  }

  /** Throws `vault.none` or `vault.locked`. */
  entries(): readonly StoredEntry[] {
    return this.#demand().file.entries;
  }

  /** Replaces the list of entries. Throws `record.stale` when another process has written the file. */
  async replaceEntries(change: (entries: readonly StoredEntry[]) => readonly StoredEntry[]): Promise<void> {
    const { path, key, file: { mac, ...body } } = this.#demand();
    if ((await readVault(path)).mac !== mac) throw new AppError('record.stale', { kind: 'vault' });
    await this.#write(path, key, { ...body, entries: [...change(body.entries)] });
  }

  sealSecret(id: string, version: number, plain: Buffer): StoredEntry['secret'] {
    const { key, file } = this.#demand();
    return seal(key, plain, ['secret', file.vaultId, id, version]);
  }

  /** Throws `vault.damaged` when the bytes are not those that were stored for this entry. */
  openSecret({ meta, version, secret }: StoredEntry): Buffer {
    const { key, file } = this.#demand();
    const plain = unseal(key, secret, ['secret', file.vaultId, meta.id, version]);
    if (!plain) throw new AppError('vault.damaged');
    return plain;
  }

  #demand(): OpenVault {
    const state = this.state();
    if (state !== 'unlocked' || !this.#open) throw new AppError(state === 'none' ? 'vault.none' : 'vault.locked');
    this.#stayOpen();
    return this.#open;
  }

  async #write(path: string, key: Buffer, changed: VaultBody): Promise<void> {
    const body = inOrder(changed);
    const file = { ...body, mac: macOf(key, body) };
    await writeFileAtomically(path, formatVault(file));
    this.#keep({ path, key, file });
  }

  #keep(open: OpenVault): void {
    if (this.#open && this.#open.key !== open.key) this.#open.key.fill(0);
    this.#open = open;
    this.#stayOpen();
  }

  #stayOpen(): void {
    clearTimeout(this.#idle);
    this.#locksAtMs = this.#options.nowMs() + IDLE_LOCK_MS;
    this.#idle = setTimeout(() => {
      this.lock();
      this.#options.onLocked();
    }, IDLE_LOCK_MS);
    this.#idle.unref();
  }
}
