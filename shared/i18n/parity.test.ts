import { describe, expect, test } from 'vitest';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`Not a text at ${path}`);
  return Object.entries(node).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path} > ${key}`));
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort();
}

const namespaces = Object.keys(english) as (keyof typeof english)[];

describe('the two catalogues', () => {
  test('hold the same namespaces', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(namespaces)('%s: same keys, same placeholders, no empty text', (namespace) => {
    const en = new Map(leaves(english[namespace]));
    const zh = new Map(leaves(chinese[namespace]));
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, text] of en) {
      expect(text.trim(), `en ${namespace}:${key}`).not.toBe('');
      expect((zh.get(key) ?? '').trim(), `zh ${namespace}:${key}`).not.toBe('');
      expect(placeholders(zh.get(key) ?? ''), `${namespace}:${key}`).toEqual(placeholders(text));
    }
  });

  test.each(namespaces)('%s: neutral copy without exclamation marks', (namespace) => {
    const loud = [...leaves(english[namespace]), ...leaves(chinese[namespace])].filter(([, text]) => /(?:[!！](?:\s|$))/.test(text));
    expect(loud).toEqual([]);
  });
});
