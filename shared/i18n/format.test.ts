import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatDayInProse, formatDuration, formatInstant, formatMoney, formatRatio } from './format.ts';
import { interpolate } from './interpolate.ts';
import { languageFor } from './language.ts';

describe('formats', () => {
  test('bytes keep three significant figures and a binary unit', () => {
    expect(formatBytes('en', 0)).toBe('0 B');
    expect(formatBytes('en', 1023)).toBe('1,023 B');
    expect(formatBytes('en', 64 * 1024 ** 3)).toBe('64 GiB');
    expect(formatBytes('en', 1.5 * 1024 ** 4)).toBe('1.5 TiB');
    expect(formatBytes('zh-CN', 4546 * 1024 ** 4)).toBe('4.4 PiB');
    expect(formatBytes('en', null)).toBe('-');
  });

  test('counts and ratios', () => {
    expect(formatCount('zh-CN', 4717)).toBe('4,717');
    expect(formatRatio('en', 0.2144)).toBe('21.4%');
    expect(formatRatio('en', undefined)).toBe('-');
  });

  test('money uses 万 and 亿 in Chinese only', () => {
    expect(formatMoney('en', 12_345_678, 'CNY')).toBe('CN¥123,456.78');
    expect(formatMoney('zh-CN', 123_450, 'CNY')).toBe('¥1,234.50');
    expect(formatMoney('zh-CN', 12_345_678, 'CNY')).toBe('¥12.35万');
    expect(formatMoney('zh-CN', 5_000_000_000_00, 'CNY')).toBe('¥50亿');
    expect(formatMoney('en', 1500, 'JPY')).toBe('¥1,500');
  });

  test('durations name the two largest units', () => {
    expect(formatDuration('en', 93_784)).toBe('1 d 2 h');
    expect(formatDuration('zh-CN', 61)).toBe('1 分 1 秒');
    expect(formatDuration('en', 3600)).toBe('1 h');
    expect(formatDuration('en', 0.2)).toBe('0 s');
  });

  test('instants are ISO-like in the asked zone, days are spelled in prose', () => {
    expect(formatInstant('2026-11-23T06:02:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23 14:02');
    expect(formatDayInProse('zh-CN', '2026-11-23')).toBe('2026年11月23日');
    expect(formatDayInProse('en', '2026-11-23')).toBe('23 November 2026');
  });
});

test('interpolate leaves unknown names visible and never reads the prototype', () => {
  expect(interpolate('{{host}}:{{port}} {{constructor}}', { host: 'a', port: 22 })).toBe('a:22 {{constructor}}');
});

test('languageFor takes the first wish that is offered', () => {
  expect(languageFor(['fr-FR', 'zh-TW', 'en'])).toBe('zh-CN');
  expect(languageFor(['en-GB', 'zh'])).toBe('en');
  expect(languageFor([])).toBe('en');
});
