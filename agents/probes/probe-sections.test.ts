import { describe, expect, test } from 'vitest';
import { SECTION_NAMES } from '../../shared/model/host-facts.ts';
import en from '../../shared/i18n/en/facts.json' with { type: 'json' };
import zh from '../../shared/i18n/zh-CN/facts.json' with { type: 'json' };
import { PLATFORM_SECTIONS } from './platform-sections.ts';
import { PROBE_SECTIONS } from './probe-sections.ts';

/** The sum of all would be far more than a host is ever asked for: this bounds each alone. */
const MOST_SECONDS = 40;
const MOST_BYTES = 1_048_576;

describe('the declarations', () => {
  test('name each section of the model once', () => {
    expect(PROBE_SECTIONS.map((section) => section.name).toSorted()).toEqual([...SECTION_NAMES].toSorted());
  });

  test('stand by rising cost', () => {
    const ranks = PROBE_SECTIONS.map((section) => section.costRank);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  });

  test.each(PROBE_SECTIONS)('$name: budgets, columns, words in both languages, and a function of its name', (section) => {
    expect(section.seconds).toBeGreaterThan(0);
    expect(section.seconds).toBeLessThanOrEqual(MOST_SECONDS);
    expect(section.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(section.columns.length).toBeGreaterThan(0);
    expect(new Set(section.columns.map((column) => column.name)).size).toBe(section.columns.length);
    expect(section.script).toContain(`\ncollect_${section.name.replaceAll('-', '_')}() {`);
    expect(section.programs.filter(({ words }) => words.trim() !== words || /\s{2}|\*/.test(words))).toEqual([]);
    expect(section.reads.filter((path) => !path.startsWith('/') || /[*?\s]|\/$/.test(path))).toEqual([]);
    for (const words of [en, zh]) {
      expect(Object.keys(words.section)).toContain(section.name);
      for (const { needsRoot } of section.columns) if (needsRoot) expect(Object.keys(words.missing)).toContain(needsRoot.lost);
    }
  });

  test.each(Object.entries(PLATFORM_SECTIONS))('%s: each section once, within bounds, with words for what is lost', (_platform, sections) => {
    expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length);
    for (const { name, seconds, bytes, columns } of sections) {
      expect(seconds, name).toBeLessThanOrEqual(MOST_SECONDS);
      expect(bytes, name).toBeLessThanOrEqual(MOST_BYTES);
      for (const { needsRoot } of columns) if (needsRoot) for (const words of [en, zh]) expect(Object.keys(words.missing)).toContain(needsRoot.lost);
    }
  });

  test('read no lines without throwing, and make no fact of them', () => {
    for (const { read, fact, mayBeAbsent } of PROBE_SECTIONS) {
      const facts = read([], { collectedAt: '2026-11-23T13:04:00.000Z', facts: {} });
      if (mayBeAbsent) expect(facts[fact]).toBeUndefined();
    }
  });
});
