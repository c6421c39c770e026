import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrategyRule } from '../../../../../shared/model/strategy.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { isComplete } from '../lib/condition-value.ts';
import { RuleCard } from './rule-card.tsx';

/** The ordered rules that decide strategies; nothing is saved until the button is used. */
export function RulesEditor() {
  const stored = useCall('assessment.getRules', {});
  if (stored.error !== null) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  if (stored.data === undefined) return <LoadingState lines={12} />;
  return <RulesForm stored={stored.data.rules} />;
}

function RulesForm({ stored }: { readonly stored: readonly StrategyRule[] }) {
  const { t } = useTranslation(['assessment', 'plan']);
  const [changed, setChanged] = useState<readonly StrategyRule[]>();
  const rules = changed ?? stored;
  const save = useCommand('assessment.saveRules', { quiet: true });
  const incomplete = useMemo(() => rules.some((rule) => rule.when.some((condition) => !isComplete(condition))), [rules]);
  const move = (index: number, step: -1 | 1): void => {
    const rule = rules[index];
    const target = index + step;
    if (rule === undefined || target < 0 || target >= rules.length) return;
    const rest = rules.filter((_one, at) => at !== index);
    setChanged([...rest.slice(0, target), rule, ...rest.slice(target)]);
  };
  const add = (): void => {
    const taken = new Set(rules.map((rule) => rule.id));
    let number = 1;
    while (taken.has(`own-${String(number)}`)) number += 1;
    setChanged([{ id: `own-${String(number)}`, enabled: true, when: [{ field: 'osId', operator: 'is', value: null }], strategy: 'rehost', layer: 'IaaS', effortFactor: 1, reason: '' }, ...rules]);
  };
  const submit = (): void =>
    save.mutate({ rules: [...rules] }, {
      onSuccess: () => {
        setChanged(undefined);
        showToast({ title: t('rules.saved'), tone: 'done' });
      },
    });
  return (
    <Stack gap={4}>
      <Row justify="space-between">
        <p className="muted">{t('rules.note')}</p>
        <Row>
          <Button icon="plus" onClick={add}>{t('rules.add')}</Button>
          {changed === undefined ? null : <Button onClick={() => setChanged(undefined)}>{t('plan:settings.discard')}</Button>}
          <Button variant="primary" loading={save.isPending} disabledReason={changed === undefined ? t('plan:settings.noChange') : incomplete ? t('rules.incomplete') : undefined} onClick={submit}>{t('rules.save')}</Button>
        </Row>
      </Row>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          rank={index + 1}
          onChange={(change) => setChanged(rules.map((one, at) => (at === index ? { ...one, ...change } : one)))}
          onMove={(step) => move(index, step)}
          onRemove={rules.length === 1 ? undefined : () => setChanged(rules.filter((_one, at) => at !== index))}
        />
      ))}
    </Stack>
  );
}
