import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';

/** Recomputes rules and hash of the stored plan and tells the outcome. */
export function PlanCheck({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation('plan');
  const [asked, setAsked] = useState<PlanId>();
  const check = useCall('plan.check', { planId }, { enabled: asked === planId });
  const answer = asked === planId ? check.data : undefined;
  return (
    <>
      {answer === undefined ? null : !answer.hashMatches ? <StatusMark kind="blocked" label={t('check.hashBroken')} /> : answer.valid ? <StatusMark kind="done" label={t('check.valid')} /> : <StatusMark kind="warning" label={t('check.invalid', { count: answer.violations.length })} />}
      <Button icon="check" loading={check.isFetching} onClick={() => (asked === planId ? void check.refetch() : setAsked(planId))}>{t('check.button')}</Button>
    </>
  );
}
