/** OpenSSH's patterns: `*` any run, `?` one character, case ignored. Linear back-up only: no regular expression is built from input. */
export function matchesPattern(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < given.length) {
    if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[index]) && wanted[at] !== '*') {
      at += 1;
      index += 1;
    } else if (wanted[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}

/** A list with `!` exclusions: one match is needed, one excluded match is enough to say no. */
export function matchesPatternList(patterns: readonly string[], text: string): boolean {
  const excluded = patterns.some((pattern) => pattern.startsWith('!') && matchesPattern(pattern.slice(1), text));
  return !excluded && patterns.some((pattern) => !pattern.startsWith('!') && matchesPattern(pattern, text));
}
