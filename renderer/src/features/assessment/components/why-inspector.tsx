import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemAssessment } from '../lib/sizing-change.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { Section } from '../../../ui/section.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { useConditionText } from './use-condition-text.ts';
import { useRuleReason } from './use-rule-reason.ts';

export interface WhyInspectorProps {
  readonly assessment: SystemAssessment;
  readonly onClose: () => void;
}

/** Why a system gets its strategy: the rule, the facts it compared, what was rejected before. */
export function WhyInspector({ assessment, onClose }: WhyInspectorProps) {
  const { t } = useTranslation(['assessment', 'exports']);
  const format = useFormat();
  const reasonOf = useRuleReason();
  const { valueText, fieldText } = useConditionText();
  const [overriding, setOverriding] = useState(false);
  const { result } = assessment;
  return (
    <Inspector name="assessment" title={t('why.title', { name: assessment.name, strategy: t(`exports:strategy.${result.strategy}`) })} onClose={onClose}>
      <Stack gap={4}>
        <p>{reasonOf(result)}</p>
        <DefinitionList
          items={[
            { key: 'rule', label: t('why.rule'), value: <span className="mono">{result.ruleId}</span> },
            { key: 'layer', label: t('why.layer'), value: result.layer ?? '-' },
            { key: 'effort', label: t('why.effort'), value: t('why.effortValue', { days: format.number(result.effortPersonDays) }) },
            { key: 'price', label: t('why.price'), value: format.money(assessment.pricePerMonthMinor, assessment.currency) },
          ]}
        />
        <Section title={t('why.facts')}>
          {result.facts.length === 0 ? <p className="muted">{t('why.noFacts')}</p> : <DefinitionList items={result.facts.map((fact, index) => ({ key: `${fact.field} ${String(index)}`, label: fieldText(fact.field), value: valueText(fact.field, fact.value) }))} />}
          {result.rejectedRuleCount === 0 ? null : <p className="muted">{t('why.rejected', { count: result.rejectedRuleCount })}</p>}
        </Section>
        <div><Button icon="edit" onClick={() => setOverriding(true)}>{t('override.title')}</Button></div>
        <TextLink to="/systems" search={{ system: assessment.systemId }}>{t('empty.systems')}</TextLink>
      </Stack>
      {overriding ? <OverrideDialog systemIds={[assessment.systemId]} onClose={() => setOverriding(false)} /> : null}
    </Inspector>
  );
}
