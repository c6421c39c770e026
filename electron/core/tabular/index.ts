export { decodeText, type DecodedText } from './decode-text.ts';
export { DELIMITERS, sniffDelimiter } from './read-csv-table.ts';
export { TABLE_LIMITS, type RawTable } from './raw-table.ts';
