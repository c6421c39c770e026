import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BASE_PACKAGES, type RigImage } from './rig-image.ts';

const run = promisify(execFile);
const script = (name: string): string => join(import.meta.dirname, name);

/** Kept between runs: about 0.5 GB for three releases, 1.3 GB with all layers. Removing it costs the next run two minutes. */
export const rigCache = (): string => join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'landfall-rig');

/** A changed recipe or package list is another image. */
function imageFolder(label: string, recipe: string, words: readonly string[]): string {
  const digest = createHash('sha256').update(readFileSync(script(recipe))).update(words.join(' ')).digest('hex').slice(0, 10);
  return join(rigCache(), `${label}-${digest}`);
}

/** One builder at a time per image, over all processes; the script itself sees that the work is done and leaves. */
async function build(folder: string, recipe: string, words: readonly string[]): Promise<string> {
  mkdirSync(rigCache(), { recursive: true });
  await run('flock', [`${folder}.lock`, 'unshare', '--mount', '--propagation', 'private', '/bin/sh', script(recipe), ...words, folder], { maxBuffer: 1 << 24 });
  return folder;
}

/** The overlay's lower folders, topmost first; builds what is not in the cache. */
export async function imageLayers(image: RigImage): Promise<readonly string[]> {
  if (image.kind === 'busybox') return [await build(imageFolder('busybox', 'build-busybox.sh', []), 'build-busybox.sh', [])];
  const baseWords = [image.release, BASE_PACKAGES.join(',')];
  const base = await build(imageFolder(image.release, 'build-base.sh', baseWords), 'build-base.sh', baseWords);
  if (image.packages.length === 0) return [base];
  const layerWords = [base, image.packages.join(' ')];
  return [await build(imageFolder(`${image.release}-layer`, 'build-layer.sh', layerWords), 'build-layer.sh', layerWords), base];
}
