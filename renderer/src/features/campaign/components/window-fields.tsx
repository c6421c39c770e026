import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { isWindow, MAX_WINDOWS, type WindowDraft } from '../lib/plan-draft.ts';

/** The spans of a day in which servers are watched. */
export function WindowFields({ windows, onChange }: { readonly windows: readonly WindowDraft[]; readonly onChange: (windows: readonly WindowDraft[]) => void }) {
  const { t } = useTranslation('campaign');
  const set = (index: number, changes: Partial<WindowDraft>): void => onChange(windows.map((window, place) => (place === index ? { ...window, ...changes } : window)));
  return (
    <Stack gap={2}>
      {windows.map((window, index) => {
        const number = index + 1;
        return (
          // Windows have no name but their place.
          <Row key={number} align="flex-end" gap={3}>
            <TextField label={t('create.windowFrom', { number })} width={140} mono value={window.from} onChange={(from) => set(index, { from })} maxLength={5} />
            <TextField label={t('create.windowTo', { number })} width={140} mono value={window.to} onChange={(to) => set(index, { to })} maxLength={5} error={isWindow(window) ? undefined : t('create.windowWrong')} />
            {windows.length > 1 ? <IconButton icon="trash" label={t('create.windowRemove', { number })} onClick={() => onChange(windows.filter((_window, place) => place !== index))} /> : null}
          </Row>
        );
      })}
      {windows.length < MAX_WINDOWS ? <Row><Button variant="quiet" icon="plus" onClick={() => onChange([...windows, { from: '22:00', to: '23:00' }])}>{t('create.windowAdd')}</Button></Row> : null}
    </Stack>
  );
}
