/** What the guard looks at; nothing here is parsed before it is judged. */
export interface RequestFacts {
  readonly method: string;
  /** The request target as it stood in the request line. */
  readonly target: string;
  /** Name, value, name, value … as received, so that a header sent twice is seen twice. */
  readonly rawHeaders: readonly string[];
  readonly upgrade: boolean;
}

export type Refusal = 'target' | 'host' | 'origin' | 'fetch-site' | 'method' | 'content-type';
export type Verdict = { readonly allowed: true; readonly host: string; readonly path: string } | { readonly allowed: false; readonly status: 400 | 403 | 405 | 415; readonly refusal: Refusal };

const MAX_TARGET_LENGTH = 2048;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT']);
export const LAUNCH_PREFIX = '/launch/';

function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x20 || code >= 0x7f) return true;
  }
  return false;
}

/** Origin form only, without anything a path decoder could turn into a dot, a slash or a NUL. */
function isPlainTarget(target: string): boolean {
  if (target.length > MAX_TARGET_LENGTH || !target.startsWith('/') || target.startsWith('//')) return false;
  if (hasControlCharacter(target) || target.includes('#') || target.includes('\\')) return false;
  const [path = ''] = target.split('?');
  return !path.includes('%') && !path.split('/').some((part) => part === '..' || part === '.') && !path.slice(1).includes('//');
}

function isNavigation(rawHeaders: readonly string[]): boolean {
  return valuesOf(rawHeaders, 'sec-fetch-mode').join() === 'navigate' && valuesOf(rawHeaders, 'sec-fetch-dest').join() === 'document';
}

function originFits(facts: RequestFacts, host: string, changes: boolean): boolean {
  const origins = valuesOf(facts.rawHeaders, 'origin');
  if (origins.length === 0) return !changes;
  return origins.length === 1 && origins[0] === `http://${host}`;
}

function fetchSiteFits(facts: RequestFacts, path: string, changes: boolean): boolean {
  const sites = valuesOf(facts.rawHeaders, 'sec-fetch-site');
  if (sites.length === 0) return true;
  if (sites.length > 1) return false;
  if (sites[0] === 'same-origin') return true;
  if (changes) return false;
  if (sites[0] === 'none') return true;
  // The redirect file is a file:// page, so its one navigation to the launch address counts as cross-site.
  return path.startsWith(LAUNCH_PREFIX) && isNavigation(facts.rawHeaders);
}

const refuse = (status: 400 | 403 | 405 | 415, refusal: Refusal): Verdict => ({ allowed: false, status, refusal });

/**
 * Decides before any routing whether a request may be looked at. Never throws and never repeats what it was given.
 * `hosts` are the exact values the Host header may have (against DNS rebinding).
 */
export function judgeRequest(facts: RequestFacts, hosts: readonly string[]): Verdict {
  if (!isPlainTarget(facts.target)) return refuse(400, 'target');
  const [host, ...more] = valuesOf(facts.rawHeaders, 'host');
  if (host === undefined || more.length > 0 || !hosts.includes(host)) return refuse(403, 'host');
  if (!METHODS.has(facts.method)) return refuse(405, 'method');
  const [path = '/'] = facts.target.split('?');
  const changes = facts.upgrade || (facts.method !== 'GET' && facts.method !== 'HEAD');
  if (!originFits(facts, host, changes)) return refuse(403, 'origin');
  if (!fetchSiteFits(facts, path, changes)) return refuse(403, 'fetch-site');
  if (facts.method === 'POST' && !/^application\/json(; ?charset=utf-8)?$/i.test(valuesOf(facts.rawHeaders, 'content-type').join(', '))) return refuse(415, 'content-type');
  return { allowed: true, host, path };
}

/** Every value of one cookie; more than one is treated as none by the caller. */
export function cookieValues(rawHeaders: readonly string[], name: string): string[] {
  return valuesOf(rawHeaders, 'cookie')
    .flatMap((header) => header.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
