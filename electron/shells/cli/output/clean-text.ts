/** What follows ESC: CSI, OSC, DCS, APC, PM, SOS strings and two-character sequences. Bounded, so hostile text costs linear time. */
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|[\]PX^_][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)|[ -/]{0,4}[0-~])?/gu;
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
/** Direction overrides and characters without width, which make a name look like another one. */
const INVISIBLE_CHARACTERS = /[\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** Makes text from scanned hosts and files safe for a terminal cell: one line, no escapes, nothing invisible. */
export function cleanText(text: string): string {
  return text.replaceAll(ESCAPE_SEQUENCE, '').replaceAll(/[\t\r\n]+/gu, ' ').replaceAll(CONTROL_CHARACTERS, '').replaceAll(INVISIBLE_CHARACTERS, '');
}

/** JSON leaves C1 controls and direction marks as they are; a terminal would obey them. */
export function escapeJsonControls(json: string): string {
  return json.replaceAll(/[\u007f-\u009f]/gu, unicodeEscape).replaceAll(INVISIBLE_CHARACTERS, unicodeEscape);
}

const unicodeEscape = (character: string): string => character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
