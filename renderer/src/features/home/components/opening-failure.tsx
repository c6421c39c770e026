import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorNotice, Notice } from '../../../ui/notice.tsx';
import { Row } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useFormat } from '../../../ui/use-format.ts';
import type { OpeningFailure, ProjectOpening } from '../use-project-opening.ts';

export interface OpeningFailureNoticeProps {
  readonly failure: OpeningFailure;
  readonly opening: Pick<ProjectOpening, 'busy' | 'open' | 'recover'>;
}

/** Why a project was not opened, and the one way on that the refusal leaves. */
export function OpeningFailureNotice({ failure, opening }: OpeningFailureNoticeProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const [confirming, setConfirming] = useState(false);
  const { error, refused } = failure;
  if (refused === null) return <ErrorNotice error={error} />;
  const { choice, name } = refused;
  const recover = async (): Promise<void> => {
    const done = await opening.recover(choice, name);
    setConfirming(false);
    if (done === undefined) return;
    if (done.backup === null || done.damagedFile === null) showToast({ title: t('recover.sound', { name }), tone: 'done' });
    else showToast({ title: t('recover.done', { name, time: format.instant(done.backup.at) }), text: t('recover.kept', { file: done.damagedFile }), tone: 'done' });
  };
  // The only record that recovering can miss is a backup.
  if (error.code === 'record.not_found') return <Notice tone="error" title={t('recover.none.title', { name })}><p>{t('recover.none.text')}</p></Notice>;
  const actions = error.code === 'project.damaged' ? <Button loading={opening.busy} onClick={() => setConfirming(true)}>{t('recover.action')}</Button>
    : error.code === 'project.locked' ? <LockedActions opening={opening} refused={refused} />
    : undefined;
  return (
    <>
      <ErrorNotice error={error} subject={name} action={actions} />
      <ConfirmDialog opened={confirming} title={t('recover.title', { name })} confirmLabel={t('recover.confirm')} busy={opening.busy} onConfirm={() => void recover()} onCancel={() => setConfirming(false)}>
        <p>{t('recover.text')}</p>
        <p className="muted">{t('recover.loss')}</p>
      </ConfirmDialog>
    </>
  );
}

function LockedActions({ opening, refused }: { readonly opening: OpeningFailureNoticeProps['opening']; readonly refused: NonNullable<OpeningFailure['refused']> }) {
  const { t } = useTranslation('home');
  return (
    <Row>
      <Button loading={opening.busy} onClick={() => void opening.open(refused.choice, refused.name)}>{t('locked.readOnly')}</Button>
      <Button loading={opening.busy} onClick={() => void opening.open(refused.choice, refused.name, true)}>{t('locked.again')}</Button>
    </Row>
  );
}
