import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import type { ScanTarget } from '../../../../../shared/model/scan.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorTextBlock } from '../../../ui/error-state.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { ErrorNotice, Notice } from '../../../ui/notice.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useLanguage } from '../../../ui/use-language.ts';
import { runOptionsOf } from '../lib/access-draft.ts';
import { useWizard } from '../wizard-context.tsx';

type Preflight = OutputOf<'scan.runPreflight'>;
type Step = Preflight['steps'][number];
const MARK: Readonly<Record<Step['state'], StatusKind>> = { ok: 'done', warning: 'warning', failed: 'blocked', 'not-run': 'waiting' };
/** A select with thousands of entries helps nobody; the first ones are enough to try. */
const OFFERED = 200;

/** One server first: eight checks before any other is contacted. */
export function CanaryStep() {
  const { t } = useTranslation('scan');
  const targets = useWizard((state) => state.preview)?.targets ?? [];
  const access = useWizard((state) => state.access);
  const canary = useWizard((state) => state.canary);
  const choose = useWizard((state) => state.chooseCanary);
  const run = useCommand('scan.runPreflight', { quiet: true });
  const options = runOptionsOf(access);
  const target = targets[canary];
  const check = (): void => {
    if (target !== undefined && options !== null) run.mutate({ target, ...options });
  };
  return (
    <Stack gap={4}>
      <p className="muted" style={{ maxWidth: '76ch' }}>{t('canary.text')}</p>
      <Row gap={3} align="flex-end">
        <SelectField label={t('canary.target')} width={320} searchable value={String(canary)} onChange={(index) => choose(Number(index))} choices={targets.slice(0, OFFERED).map((one, index) => ({ value: String(index), label: nameOf(one) }))} />
        <Button variant="primary" icon="play" loading={run.isPending} onClick={check}>{t('canary.run')}</Button>
      </Row>
      {run.error === null ? null : <ErrorNotice error={run.error} />}
      {run.data === undefined || target === undefined ? null : <PreflightResult result={run.data} target={target} onAgain={check} />}
    </Stack>
  );
}

const nameOf = (target: ScanTarget): string => `${target.host}:${target.port}${target.name === null ? '' : ` ${target.name}`}`;

function PreflightResult({ result, target, onAgain }: { readonly result: Preflight; readonly target: ScanTarget; readonly onAgain: () => void }) {
  const { t } = useTranslation('scan');
  const language = useLanguage();
  const approve = useCommand('scan.approveHostKeys');
  const key = result.hostKey;
  const error = result.error === null ? null : describeHostError(language, result.error.code, { host: target.host, port: target.port, ...result.error.params });
  const trust = (): void => {
    if (key !== null) approve.mutate({ keys: [{ host: key.host, port: key.port, path: key.path, fingerprintSha256: key.fingerprintSha256 }] }, { onSuccess: onAgain });
  };
  return (
    <>
      <SimpleTable
        label={t('canary.steps')}
        rows={result.steps}
        keyOf={(step) => step.step}
        columns={[
          { key: 'step', title: t('canary.step'), cell: (step) => t(`canary.stepName.${step.step}`) },
          { key: 'state', title: t('canary.state'), cell: (step) => <StatusMark kind={MARK[step.state]} label={t(`canary.stepState.${step.state}`)} /> },
          { key: 'detail', title: t('canary.detail'), cell: (step) => <span className="mono">{Object.entries(step.detail).map(([name, value]) => `${name} ${value}`).join('  ')}</span> },
        ]}
      />
      {error === null ? <Notice tone="done" title={t('canary.passed')} /> : <Notice tone="error" title={error.title}><ErrorTextBlock text={error} /></Notice>}
      {key !== null && key.state === 'pending' ? (
        <Notice tone="warning" title={t('canary.keyPending')} action={<Button icon="check" loading={approve.isPending} onClick={trust}>{t('canary.trust')}</Button>}>
          <div className="mono">{key.keyType} {key.fingerprintSha256}</div>
        </Notice>
      ) : null}
    </>
  );
}
