/** Excel's limit for one cell. */
const CELL_LIMIT = 32_767;
const TRIMMED_MARK = ' […]';

/**
 * Text that a spreadsheet and an XML parser can hold: no control characters (tab and line feed become a blank), no
 * bidirectional overrides, no lone surrogates, at most one cell long.
 */
export function safeText(text: string): string {
  // Control characters C0 and C1, the bidi controls and U+FFFE/FFFF are not allowed in XML or mislead the reader.
  const clean = text.toWellFormed().replace(/[\t\n\r]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '');
  return clean.length > CELL_LIMIT ? clean.slice(0, CELL_LIMIT - TRIMMED_MARK.length).toWellFormed() + TRIMMED_MARK : clean;
}

/** Characters that make a spreadsheet read a CSV field as a formula (OWASP), also in their full-width forms. */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A leading apostrophe tells every spreadsheet that a CSV field is text. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const NAME_LIMIT_BYTES = 120;

/** A file name that every system takes, made from a name; never a path. */
export function safeFileName(name: string): string {
  const slug = safeText(name).normalize('NFC').replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  let cut = slug;
  while (new TextEncoder().encode(cut).length > NAME_LIMIT_BYTES) cut = Array.from(cut).slice(0, -1).join('');
  return cut === '' || RESERVED.test(cut) ? `landfall-${cut === '' ? 'export' : cut}` : cut;
}
