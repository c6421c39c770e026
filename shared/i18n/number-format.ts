/** Making a formatter costs a hundred times as much as using it; a grid asks for thousands of figures at once. */
const kept = new Map<string, Intl.NumberFormat>();

/** The formatter of a language and a choice of options, made once; there are few: two languages, some precisions and currencies. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(language, options);
  kept.set(key, made);
  return made;
}
