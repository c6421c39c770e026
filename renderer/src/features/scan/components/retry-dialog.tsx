import { useTranslation } from 'react-i18next';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import type { HostErrorCode } from '../../../../../shared/model/scan.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import { runOptionsOf } from '../lib/access-draft.ts';
import { useWizard } from '../wizard-context.tsx';
import { AccessForm } from './access-form.tsx';

/** continue: what is still open; failed: all that failed; code: one group of failures. */
export type RetryWish = { readonly kind: 'continue' } | { readonly kind: 'failed' } | { readonly kind: 'code'; readonly code: HostErrorCode; readonly count: number };

export interface RetryDialogProps {
  readonly runId: ScanRunId;
  readonly wish: RetryWish;
  readonly onClose: () => void;
}

/** Secrets are not kept, so going on asks for them anew; finished servers are not touched. */
export function RetryDialog({ runId, wish, onClose }: RetryDialogProps) {
  const { t } = useTranslation('scan');
  const language = useLanguage();
  const format = useFormat();
  const access = useWizard((state) => state.access);
  const change = useWizard((state) => state.changeAccess);
  const resume = useCommand('scan.resume', { quiet: true });
  const options = runOptionsOf(access);
  const start = (): void => {
    if (options === null) return;
    const retry = wish.kind === 'continue' ? {} : { retry: wish.kind === 'code' ? { codes: [wish.code] } : {} };
    resume.mutate({ runId, ...retry, ...options }, { onSuccess: onClose });
  };
  const title = wish.kind === 'code' ? t('retry.code', { count: wish.count, number: format.count(wish.count), error: describeHostError(language, wish.code).title }) : t(`retry.${wish.kind}`);
  return (
    <Dialog opened title={title} size="large" onClose={onClose}>
      <Stack gap={4}>
        <p className="muted">{t('retry.text')}</p>
        <AccessForm draft={access} onChange={change} />
        {resume.error === null ? null : <ErrorNotice error={resume.error} />}
        <Row justify="flex-end">
          <Button onClick={onClose}>{t('retry.cancel')}</Button>
          <Button variant="primary" icon="play" loading={resume.isPending} disabledReason={options === null ? t('access.incomplete') : undefined} onClick={start}>{t('retry.start')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
