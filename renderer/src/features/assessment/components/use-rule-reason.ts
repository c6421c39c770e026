import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The sentence behind a strategy: own words, else those of a built-in rule, else the rule's name. */
export function useRuleReason(): (rule: { readonly ruleId: string; readonly reason: string }) => string {
  const { t, i18n } = useTranslation('assessment');
  return useCallback(({ ruleId, reason }) => (reason !== '' ? reason : i18n.exists(`assessment:ruleReason.${ruleId}`) ? t(`ruleReason.${ruleId}` as 'ruleReason.rehost') : ruleId), [t, i18n]);
}
