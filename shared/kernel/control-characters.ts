/**
 * C0 and C1 controls except tab and line end, marks that turn the direction of text, and the byte order mark: what a
 * terminal, a page or a spreadsheet could act on. Global: use it with `replace` and `search` only.
 */
// oxlint-disable-next-line no-control-regex -- these are the characters to find
export const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
