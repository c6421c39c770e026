import { useTranslation } from 'react-i18next';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { accessProblems } from '../lib/access-draft.ts';
import { WIZARD_STEPS, type WizardStep } from '../lib/wizard-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Row } from '../../../ui/stack.tsx';
import { StepBar } from '../../../ui/step-bar.tsx';
import { useWizard } from '../wizard-context.tsx';
import { AccessForm } from './access-form.tsx';
import { CanaryStep } from './canary-step.tsx';
import { ScriptSheet } from './script-sheet.tsx';
import { StartStep } from './start-step.tsx';
import { TargetStep } from './target-step.tsx';

/** Targets, access, one canary, what runs, start. Steps may be revisited; nothing contacts a server before the canary. */
export function Wizard({ onStarted }: { readonly onStarted: (runId: ScanRunId) => void }) {
  const { t } = useTranslation('scan');
  const step = useWizard((state) => state.step);
  const goTo = useWizard((state) => state.goTo);
  const access = useWizard((state) => state.access);
  const change = useWizard((state) => state.changeAccess);
  const blocked = useBlockedReason();
  const at = WIZARD_STEPS.indexOf(step);
  const [before, after] = [WIZARD_STEPS[at - 1], WIZARD_STEPS[at + 1]];
  const reason = blocked(step);
  return (
    <div style={{ maxWidth: 1180 }}>
      <StepBar label={t('wizard.steps')} steps={WIZARD_STEPS.map((key) => ({ key, label: t(`wizard.step.${key}`) }))} current={step} isReachable={(key) => WIZARD_STEPS.slice(0, WIZARD_STEPS.indexOf(key)).every((one) => blocked(one) === undefined)} onChoose={goTo} />
      <div style={{ padding: '16px 0' }}>
        {step === 'targets' ? <TargetStep /> : null}
        {step === 'access' ? <AccessForm draft={access} onChange={change} /> : null}
        {step === 'canary' ? <CanaryStep /> : null}
        {step === 'script' ? <ScriptSheet /> : null}
        {step === 'start' ? <StartStep onStarted={onStarted} /> : null}
      </div>
      <Row justify="space-between">
        {before === undefined ? <span /> : <Button icon="chevronLeft" onClick={() => goTo(before)}>{t('wizard.back')}</Button>}
        {after === undefined ? null : <Button variant="primary" disabledReason={reason} onClick={() => goTo(after)}>{t('wizard.next')}</Button>}
      </Row>
    </div>
  );
}

/** Why a step is not finished, in words; undefined = it is. The canary is advised, not demanded. */
function useBlockedReason(): (step: WizardStep) => string | undefined {
  const { t } = useTranslation('scan');
  const preview = useWizard((state) => state.preview);
  const access = useWizard((state) => state.access);
  return (step) => {
    if (step === 'targets') return preview === null ? t('targets.notRead') : preview.targets.length === 0 ? t('targets.none') : undefined;
    if (step === 'access') {
      const [problem] = accessProblems(access);
      return problem === undefined ? undefined : t(`access.problem.${problem}`);
    }
    return undefined;
  };
}
