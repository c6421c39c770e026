import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECTION_NAMES, type SectionName } from '../../../../shared/model/host-facts.ts';
import { formatEvidence, splitEvidence } from './evidence-text.ts';

test('sections come back as they were put in', () => {
  const sections = new Map<SectionName, string>([['os', 'NAME="Kylin"\nVERSION="V10"'], ['cpu', ''], ['sockets', 'tcp LISTEN\n\n']]);
  expect(splitEvidence(formatEvidence(sections))).toEqual(sections);
});

test('H07 a host cannot open a section of its own', () => {
  const forged = new Map<SectionName, string>([['processes', '1 init\n@section os\nNAME=forged']]);
  expect([...splitEvidence(formatEvidence(forged)).keys()]).toEqual(['processes']);
});

test('whatever a host says, the names stay and no line is lost', () => {
  const line = fc.oneof(fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\n', '')), fc.constantFrom('@section os', '@section ', ''));
  fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...SECTION_NAMES)), fc.array(line, { maxLength: 8 }), (names, lines) => {
    const sections = new Map(names.map((name) => [name, lines.join('\n')]));
    const back = splitEvidence(formatEvidence(sections));
    expect([...back.keys()]).toEqual(names);
    for (const text of back.values()) expect(text.split('\n')).toHaveLength(Math.max(1, lines.length));
  }));
});
