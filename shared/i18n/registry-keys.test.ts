import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../kernel/error-codes.ts';
import { JOB_KINDS, JOB_STATES } from '../model/job.ts';
import { HOST_ERROR_CODES } from '../model/scan.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

const FIXERS = [...new Set(Object.values(HOST_ERROR_CODES).map((kind) => kind.fixer))];

describe.each([['en', english], ['zh-CN', chinese]] as const)('%s sentences follow the registries', (_language, texts) => {
  test('every AppError code has title, what and next, and no sentence lacks a code', () => {
    expect(Object.keys(texts.errors).sort()).toEqual(Object.keys(ERROR_CODES).sort());
    for (const [code, entry] of Object.entries(texts.errors)) expect(Object.keys(entry), code).toEqual(['title', 'what', 'next']);
  });

  test('every host error code has title, what, why and next, and every fixer a name', () => {
    const { fixer, ...entries } = texts.hostErrors;
    expect(Object.keys(entries).sort()).toEqual(Object.keys(HOST_ERROR_CODES).sort());
    for (const [code, entry] of Object.entries(entries)) expect(Object.keys(entry), code).toEqual(['title', 'what', 'why', 'next']);
    expect(Object.keys(fixer).sort()).toEqual([...FIXERS].sort());
  });

  test('host error sentences use only what every row carries', () => {
    const known = new Set(['{{host}}', '{{port}}', '{{user}}']);
    const used = JSON.stringify(texts.hostErrors).match(/\{\{\w+\}\}/g) ?? [];
    expect(used.filter((placeholder) => !known.has(placeholder))).toEqual([]);
  });

  test('title, why and next of a host error hold for a whole group of hosts', () => {
    const { fixer: _fixer, ...entries } = texts.hostErrors;
    for (const [code, { title, why, next }] of Object.entries(entries)) expect(`${title} ${why} ${next}`, code).not.toContain('{{');
  });

  test('every kind and state of a job has a name', () => {
    expect(Object.keys(texts.jobs.kind).sort()).toEqual([...JOB_KINDS].sort());
    expect(Object.keys(texts.jobs.state).sort()).toEqual([...JOB_STATES].sort());
  });
});
