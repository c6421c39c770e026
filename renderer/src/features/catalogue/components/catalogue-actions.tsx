import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { showToast } from '../../../ui/toast.ts';

/** Brings another catalogue into use. */
export function CatalogueActions({ sample }: { readonly sample: boolean }) {
  const { t } = useTranslation('catalogue');
  const [asking, setAsking] = useState(false);
  const bring = useCommand('catalogue.import');
  const takeSample = useCommand('catalogue.useSample');
  const choice = useFileChoice('catalogue', (file) => bring.mutate({ file: file.token }, { onSuccess: () => showToast({ title: t('import.done'), tone: 'done' }) }));
  return (
    <>
      {sample ? null : <Button onClick={() => setAsking(true)}>{t('useSample.button')}</Button>}
      <Button icon="upload" loading={choice.busy || bring.isPending} onClick={choice.pick}>{t('import.button')}</Button>
      <ConfirmDialog opened={asking} title={t('useSample.title')} confirmLabel={t('useSample.button')} busy={takeSample.isPending} onCancel={() => setAsking(false)} onConfirm={() => takeSample.mutate({}, { onSuccess: () => showToast({ title: t('useSample.done'), tone: 'done' }), onSettled: () => setAsking(false) })}>
        <p>{t('useSample.text')}</p>
      </ConfirmDialog>
    </>
  );
}
