import { expect, test } from 'vitest';
import { CONTROL_CHARACTERS } from './control-characters.ts';

test('H06 H03 what could steer a terminal or turn text round is found; line ends, tabs and letters are not', () => {
  expect('a\u001b[31mb\u202ec\u009b\ufeff\td\n中'.replace(CONTROL_CHARACTERS, '\ufffd')).toBe('a\ufffd[31mb\ufffdc\ufffd\ufffd\td\n中');
});
