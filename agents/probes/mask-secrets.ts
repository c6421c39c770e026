const MASK = '***';
const SECRET_WORDS = ['password', 'passwd', 'passphrase', 'pwd', 'secret', 'token', 'apikey', 'api_key', 'api-key', 'accesskey', 'access_key', 'access-key', 'privatekey', 'private_key', 'private-key', 'credential'];
/** Programs whose -pSECRET or -p SECRET is a password, and those of -a, -w, -u. */
const P_ATTACHED = /^(mysql|mariadb|mytop|sshpass|innobackupex|xtrabackup|isql)/;
const FLAGS: readonly { readonly program: RegExp; readonly flags: ReadonlySet<string> }[] = [
  { program: /^(sshpass|mongo|rabbitmqadmin|cqlsh|smbclient|docker|podman|xtrabackup)/, flags: new Set(['-p']) },
  { program: /^redis-/, flags: new Set(['-a']) },
  { program: /^ldap/, flags: new Set(['-w']) },
  { program: /^(sqlcmd|bcp|isql|disql|osql)/i, flags: new Set(['-P']) },
  { program: /^(curl|wget)/, flags: new Set(['-u', '--user', '--proxy-user', '-U']) },
];
const KNOWN_SHAPE = /^(AKIA|ASIA)[0-9A-Z]{12,}|^(ghp|gho|ghs|glpat|xox[abp])[_-][\w-]{10,}|^eyJ[\w-]{10,}\.[\w-]+/;

function isSecretName(name: string): boolean {
  const lower = name.toLowerCase();
  return SECRET_WORDS.some((word) => lower.includes(word));
}

/** `scheme://user:secret@host` → `scheme://user:***@host` */
function maskUrl(token: string): string {
  const scheme = token.indexOf('://');
  if (scheme < 0) return token;
  const rest = token.slice(scheme + 3);
  const at = rest.split('/')[0]?.lastIndexOf('@') ?? -1;
  const colon = rest.indexOf(':');
  return at > 0 && colon >= 0 && colon < at ? `${token.slice(0, scheme + 3)}${rest.slice(0, colon)}:${MASK}${rest.slice(at)}` : token;
}

function maskAssignments(token: string): string {
  return token.split(/([&;,?])/).map((part) => {
    const cut = part.search(/[=:]/);
    if (cut <= 0 || cut === part.length - 1 || part.startsWith('://', cut)) return part;
    return isSecretName(part.slice(0, cut)) || KNOWN_SHAPE.test(part.slice(cut + 1)) ? `${part.slice(0, cut + 1)}${MASK}` : part;
  }).join('');
}

/**
 * Hides passwords, tokens and keys in a process's command line: `--password x`, `-Dkey.password=x`, `mysql -px`, `sshpass -p x`,
 * `user:x@host`, AWS and other well-known shapes. Works word by word, in time linear in the line.
 */
export function maskSecrets(commandLine: string): string {
  const words = commandLine.split(' ');
  const programs = words.slice(0, 3).map((word) => word.slice(word.lastIndexOf('/') + 1));
  let maskNext = false;
  return words.map((word) => {
    if (word === '') return word;
    if (maskNext) {
      maskNext = word === '=' || word === ':';
      return maskNext ? word : MASK;
    }
    const bare = word.replace(/^["']/, '');
    if (KNOWN_SHAPE.test(bare)) return MASK;
    if (bare === 'Bearer' || bare === 'Basic') { maskNext = true; return word; }
    if (FLAGS.some(({ program, flags }) => flags.has(word) && programs.some((name) => program.test(name)))) { maskNext = true; return word; }
    if (/^-p[^-]/.test(word) && !word.startsWith('-port') && programs.some((name) => P_ATTACHED.test(name))) return `-p${MASK}`;
    if (word.startsWith('-') && !/[=:]/.test(word) && isSecretName(word)) { maskNext = true; return word; }
    return /[=:]/.test(word) ? maskAssignments(maskUrl(word)) : word;
  }).join(' ');
}
