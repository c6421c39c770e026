import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { Section } from '../../../ui/section.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { moveSteps, travelling } from '../lib/move-options.ts';
import type { PlanItemView, PlanView } from '../lib/plan-view.ts';
import { GroupReasons } from './group-reasons.tsx';

export interface SystemInspectorProps {
  readonly view: PlanView;
  readonly item: PlanItemView;
  readonly paramsText: (params: Readonly<Record<string, string | number>>) => string;
  readonly onClose: () => void;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

/** One system of the plan: where it stands, why, what it breaks, and how to move it. */
export function SystemInspector({ view, item, paramsText, onClose, onMove }: SystemInspectorProps) {
  const { t } = useTranslation(['plan', 'exports']);
  const format = useFormat();
  const assignment = view.plan.assignments.find((one) => one.itemId === item.id);
  const left = view.plan.unassigned.find((one) => one.itemId === item.id);
  const group = view.plan.groups.find((one) => one.itemIds.includes(item.id));
  const violations = view.plan.violations.filter((one) => one.itemIds.includes(item.id));
  return (
    <Inspector name="plan" title={item.name} onClose={onClose}>
      <Stack gap={4}>
        <TextLink to="/systems" search={{ system: item.id, text: item.name }}>{item.departmentName}</TextLink>
        <DefinitionList
          items={[
            ...(assignment === undefined ? [] : [{ key: 'wave', label: t('exports:column.wave'), value: t('board.wave', { index: assignment.waveIndex }) }, { key: 'cutOver', label: t('exports:column.cutOverDate'), value: assignment.cutOverDate }]),
            ...(assignment === undefined || assignment.startWaveIndex === assignment.waveIndex ? [] : [{ key: 'start', label: t('exports:column.startWave'), value: t('board.prepares', { index: assignment.startWaveIndex }) }]),
            { key: 'strategy', label: t('exports:column.strategy'), value: t(`exports:strategy.${item.strategy}`) },
            { key: 'servers', label: t('exports:column.serverCount'), value: format.count(item.serverCount) },
            { key: 'vcpu', label: t('exports:column.vcpuCount'), value: format.count(item.vcpuCount) },
            { key: 'data', label: t('board.data'), value: format.bytes(item.dataBytes) },
          ]}
        />
        {left === undefined ? null : <div><StatusMark kind="blocked" label={t(`reason.${left.reason}`)} /><p className="muted">{paramsText(left.params)}</p></div>}
        {violations.map((violation, index) => (
          <div key={index}><StatusMark kind={violation.severity === 'hard' ? 'blocked' : 'warning'} label={t(`violation.rules.${violation.rule}`)} /><p className="muted">{paramsText(violation.params)}</p></div>
        ))}
        {onMove === undefined ? <p className="muted">{t('board.readOnlyPlan')}</p> : <MoveControls view={view} item={item} onMove={onMove} />}
        {group === undefined ? null : <Section title={t('why.title')}><GroupReasons view={view} group={group} /></Section>}
      </Stack>
    </Inspector>
  );
}

interface MoveControlsProps extends Pick<SystemInspectorProps, 'view' | 'item'> {
  readonly onMove: (systemId: string, waveIndex: number | null) => void;
}

function MoveControls({ view, item, onMove }: MoveControlsProps) {
  const { t } = useTranslation('plan');
  const assignment = view.plan.assignments.find((one) => one.itemId === item.id);
  const waveIndexes = view.plan.waves.map((wave) => wave.index);
  const steps = moveSteps(waveIndexes, assignment?.waveIndex ?? 0);
  const companions = travelling(view.plan, item.id).length - 1;
  return (
    <Stack gap={2}>
      <OptionalSelectField
        label={t('board.moveTo')}
        hint={companions > 0 ? t('board.travels', { count: companions }) : undefined}
        value={assignment === undefined ? null : String(assignment.waveIndex)}
        onChange={(wave) => (wave === null ? undefined : onMove(item.id, Number(wave)))}
        searchable
        choices={view.plan.waves.map((wave) => ({ value: String(wave.index), label: `${t('board.wave', { index: wave.index })} · ${wave.cutOverTo}` }))}
      />
      <Row wrap>
        {assignment === undefined || steps.earlier === null ? null : <Button size="small" onClick={() => onMove(item.id, steps.earlier)}>{t('board.earlier')}</Button>}
        {assignment === undefined || steps.later === null ? null : <Button size="small" onClick={() => onMove(item.id, steps.later)}>{t('board.later')}</Button>}
        {assignment?.pinned === true ? <Button size="small" icon="pin" onClick={() => onMove(item.id, null)}>{t('board.unpin')}</Button> : null}
      </Row>
    </Stack>
  );
}
