import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAX_LENGTH = 60;

/** Letters and digits of every script; anything else becomes a dash. */
export function slugOf(name: string): string {
  const slug = name.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return Array.from(slug).slice(0, MAX_LENGTH).join('') || 'project';
}

/** A path in the folder that no file has yet. */
export function freeProjectPath(folder: string, name: string): string {
  const slug = slugOf(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? slug : `${slug}-${number}`}.landfall`);
    if (!existsSync(path)) return path;
  }
}
