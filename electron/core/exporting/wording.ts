import chinese from '../../../shared/i18n/zh-CN/exports.json' with { type: 'json' };
import chineseHostErrors from '../../../shared/i18n/zh-CN/hostErrors.json' with { type: 'json' };
import chineseStrategy from '../../../shared/i18n/zh-CN/strategy.json' with { type: 'json' };
import english from '../../../shared/i18n/en/exports.json' with { type: 'json' };
import englishHostErrors from '../../../shared/i18n/en/hostErrors.json' with { type: 'json' };
import englishStrategy from '../../../shared/i18n/en/strategy.json' with { type: 'json' };

export type ExportLanguage = 'zh-CN' | 'en';

/** Words of the exports in one language; usable in a worker, where no translator runs. A missing word shows its key. */
export interface Wording {
  word(group: keyof typeof english | 'ruleReason' | 'fixer', key: string): string;
}

export function wordingOf(language: ExportLanguage): Wording {
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = language === 'en' ? { ...english, ruleReason: englishStrategy.ruleReason, fixer: englishHostErrors.fixer } : { ...chinese, ruleReason: chineseStrategy.ruleReason, fixer: chineseHostErrors.fixer };
  return { word: (group, key) => groups[group]?.[key] ?? key };
}
