import { interpolate } from '../../../shared/i18n/interpolate.ts';
import { languageFor, type Language } from '../../../shared/i18n/language.ts';
import english from '../../../shared/i18n/en/cli.json' with { type: 'json' };
import chinese from '../../../shared/i18n/zh-CN/cli.json' with { type: 'json' };

export type CliText = keyof typeof english;
export type Translate = (key: CliText, params?: Readonly<Record<string, string | number>>) => string;

const texts: Readonly<Record<Language, Readonly<Record<CliText, string>>>> = { en: english, 'zh-CN': chinese };

export function createTranslate(language: Language): Translate {
  return (key, params = {}) => interpolate(texts[language][key], params);
}

/** `--lang` counts before anything is parsed, because the help itself is translated; then the locale of the environment. */
export function chooseLanguage(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.indexOf('--lang');
  const named = argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length) ?? (at >= 0 ? argv[at + 1] : undefined);
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return languageFor(named ? [named] : [locale.replace('_', '-')]);
}
