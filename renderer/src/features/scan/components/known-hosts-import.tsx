import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { Row } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';

/** Host fingerprints that are already trusted elsewhere, from a known_hosts file. */
export function KnownHostsImport() {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const load = useCommand('scan.importKnownHosts');
  const choice = useFileChoice('known-hosts', (file) => load.mutate({ file: file.token }));
  return (
    <Row>
      <Button icon="upload" loading={choice.busy || load.isPending} onClick={choice.pick}>{t('keys.import')}</Button>
      {load.data === undefined ? null : <span role="status">{t('keys.imported', { imported: format.count(load.data.imported), skipped: format.count(load.data.skipped) })}</span>}
    </Row>
  );
}
