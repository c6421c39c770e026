import { useTranslation } from 'react-i18next';
import { CLOUD_LAYERS } from '../../../../../shared/model/catalogue.ts';
import { STRATEGIES, type StrategyRule } from '../../../../../shared/model/strategy.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { OptionalSelectField, SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Row } from '../../../ui/stack.tsx';
import type { Condition } from '../lib/condition-value.ts';
import { ConditionLine } from './condition-line.tsx';
import styles from './rule-card.module.css';
import { useRuleReason } from './use-rule-reason.ts';

export interface RuleCardProps {
  readonly rule: StrategyRule;
  readonly rank: number;
  readonly onChange: (change: Partial<StrategyRule>) => void;
  readonly onMove: (step: -1 | 1) => void;
  /** undefined: the last rule stays. */
  readonly onRemove: (() => void) | undefined;
}

/** One rule: when all conditions hold, this strategy. */
export function RuleCard({ rule, rank, onChange, onMove, onRemove }: RuleCardProps) {
  const { t } = useTranslation(['assessment', 'exports']);
  const reasonOf = useRuleReason();
  const { id } = rule;
  const setCondition = (index: number, condition: Condition): void => onChange({ when: rule.when.map((one, at) => (at === index ? condition : one)) });
  return (
    <div className={`${styles.card} ${rule.enabled ? '' : styles.off}`} role="group" aria-label={`${t('rules.columnRule')} ${id}`}>
      <div className={styles.head}>
        <span className="number">{rank}</span>
        <CheckboxField label={id} value={rule.enabled} onChange={(enabled) => onChange({ enabled })} />
        <span className={styles.spring} />
        <IconButton icon="chevronUp" label={t('rules.up', { id })} onClick={() => onMove(-1)} />
        <IconButton icon="chevronDown" label={t('rules.down', { id })} onClick={() => onMove(1)} />
        {onRemove === undefined ? null : <IconButton icon="trash" label={t('rules.remove', { id })} onClick={onRemove} />}
      </div>
      <div className={styles.body}>
        <div className={styles.when}>
          <div className={styles.label}>{t('rules.columnWhen')}</div>
          {rule.when.length === 0 ? <p className="muted">{t('rules.always')}</p> : null}
          {rule.when.map((condition, index) => (
            <div key={index} className={index === 0 ? undefined : styles.repeated}>
              <ConditionLine condition={condition} onChange={(next) => setCondition(index, next)} onRemove={() => onChange({ when: rule.when.filter((_one, at) => at !== index) })} />
            </div>
          ))}
          {rule.when.length >= 12 ? null : <Button size="small" variant="quiet" icon="plus" onClick={() => onChange({ when: [...rule.when, { field: 'osId', operator: 'is', value: null }] })}>{t('rules.addCondition')}</Button>}
        </div>
        <Row gap={3} align="flex-start" wrap>
          <SelectField label={t('rules.columnThen')} value={rule.strategy} width={170} onChange={(strategy) => onChange({ strategy })} choices={STRATEGIES.map((value) => ({ value, label: t(`exports:strategy.${value}`) }))} />
          <OptionalSelectField label={t('rules.columnLayer')} value={rule.layer} width={110} placeholder={t('rules.noLayer')} onChange={(layer) => onChange({ layer })} choices={CLOUD_LAYERS.map((value) => ({ value, label: value }))} />
          <NumberField label={t('rules.columnEffort')} value={rule.effortFactor} width={100} min={0.1} max={20} decimals={1} onChange={(factor) => (factor === null ? undefined : onChange({ effortFactor: factor }))} />
          <TextField label={t('rules.columnReason')} value={rule.reason} width={420} maxLength={400} placeholder={rule.reason === '' ? reasonOf({ ruleId: id, reason: '' }) : ''} onChange={(reason) => onChange({ reason })} />
        </Row>
      </div>
    </div>
  );
}
