import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkRule } from '../../../../../shared/model/service-system.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { linkRuleProblem, moveRule, rankRules } from '../lib/link-rules.ts';
import { textOrNull } from '../lib/system-draft.ts';
import { useAllSystems, type SystemChoice } from './use-all-systems.ts';

/** How servers come to belong to systems; saved and applied as one undoable step. */
export function LinkRulesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('systems');
  const stored = useCall('organisation.listLinkRules', {});
  return (
    <Dialog title={t('ruleEditor.title')} opened onClose={onClose} size="large">
      {stored.error !== null ? <ErrorState error={stored.error} onRetry={() => void stored.refetch()} /> : stored.data === undefined ? <LoadingState /> : <LinkRulesForm key={JSON.stringify(stored.data.rules)} stored={stored.data.rules} onClose={onClose} />}
    </Dialog>
  );
}

function LinkRulesForm({ stored, onClose }: { readonly stored: readonly LinkRule[]; readonly onClose: () => void }) {
  const { t } = useTranslation('systems');
  const systems = useAllSystems();
  const [rules, setRules] = useState<readonly LinkRule[]>(stored);
  const save = useCommand('organisation.saveLinkRules', { quiet: true });
  const problem = rules.map(linkRuleProblem).find((one) => one !== undefined);
  const [first] = systems;
  const add = (): void => {
    if (first === undefined) return;
    const taken = new Set(rules.map((rule) => rule.id));
    let number = rules.length + 1;
    while (taken.has(`rule-${String(number)}`)) number += 1;
    setRules([...rules, { id: `rule-${String(number)}`, rank: rules.length + 1, systemId: first.value, hostnameGlob: null, cidr: null, tag: null }]);
  };
  const submit = (): void =>
    save.mutate({ rules: rankRules(rules) }, {
      onSuccess: ({ linked }) => {
        showToast({ title: t('ruleEditor.done', { count: linked }), tone: 'done' });
        onClose();
      },
    });
  return (
    <Stack gap={4}>
      <p className="muted">{t('ruleEditor.note')}</p>
      {rules.length === 0 ? <p>{t('ruleEditor.none')}</p> : null}
      {rules.map((rule, index) => (
        <LinkRuleLine
          key={rule.id}
          rule={rule}
          rank={index + 1}
          systems={systems}
          onChange={(change) => setRules(rules.map((one, at) => (at === index ? { ...one, ...change } : one)))}
          onMove={(step) => setRules(moveRule(rules, index, step))}
          onRemove={() => setRules(rules.filter((_one, at) => at !== index))}
        />
      ))}
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <Row justify="space-between">
        <Button icon="plus" disabledReason={first === undefined ? t('empty.title') : undefined} onClick={add}>{t('ruleEditor.add')}</Button>
        <Button variant="primary" loading={save.isPending} disabledReason={problem === undefined ? undefined : t(`ruleEditor.problem.${problem}`)} onClick={submit}>{t('ruleEditor.save')}</Button>
      </Row>
    </Stack>
  );
}

interface LinkRuleLineProps {
  readonly rule: LinkRule;
  readonly rank: number;
  readonly systems: readonly SystemChoice[];
  readonly onChange: (change: Partial<LinkRule>) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

function LinkRuleLine({ rule, rank, systems, onChange, onMove, onRemove }: LinkRuleLineProps) {
  const { t } = useTranslation('systems');
  const problem = linkRuleProblem(rule);
  return (
    <div role="group" aria-label={`${t('ruleEditor.rank')} ${String(rank)}`}>
      <Row align="flex-end" gap={2}>
        <span className="number" style={{ width: 24, paddingBottom: 5 }}>{rank}</span>
        <SelectField label={t('ruleEditor.system')} value={rule.systemId} width={220} searchable choices={systems} onChange={(systemId) => onChange({ systemId })} />
        <TextField label={t('ruleEditor.glob')} value={rule.hostnameGlob ?? ''} width={160} mono maxLength={200} onChange={(text) => onChange({ hostnameGlob: textOrNull(text) })} />
        <TextField label={t('ruleEditor.cidr')} value={rule.cidr ?? ''} width={150} mono maxLength={60} onChange={(text) => onChange({ cidr: textOrNull(text) })} />
        <TextField label={t('ruleEditor.tag')} value={rule.tag ?? ''} width={130} maxLength={200} onChange={(text) => onChange({ tag: textOrNull(text) })} />
        <IconButton icon="chevronUp" label={t('ruleEditor.up', { rank })} onClick={() => onMove(-1)} />
        <IconButton icon="chevronDown" label={t('ruleEditor.down', { rank })} onClick={() => onMove(1)} />
        <IconButton icon="trash" label={t('ruleEditor.remove', { rank })} onClick={onRemove} />
      </Row>
      {problem === undefined ? null : <p role="alert" style={{ color: 'var(--blocked)' }}>{t(`ruleEditor.problem.${problem}`)}</p>}
    </div>
  );
}
