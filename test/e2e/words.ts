import type { TFunction } from 'i18next';
import { createTranslations } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { NAMESPACES, type Namespace } from '../../shared/i18n/resources.ts';

/** The product's own sentences, so that a journey reads the same in both languages: `t('scan:wizard.next')`. */
export type Words = TFunction<[Namespace, ...Namespace[]]>;

export function wordsOf(language: Language): Words {
  const instance = createTranslations(language);
  const [first = 'app', ...rest] = NAMESPACES;
  return instance.getFixedT(language, [first, ...rest]);
}
