import { useTranslation } from 'react-i18next';
import { useHost } from '../../../api/host-context.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Row } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';

/** Host fingerprints that are already trusted elsewhere, from a known_hosts file. */
export function KnownHostsImport() {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const host = useHost();
  const load = useCommand('scan.importKnownHosts');
  const pick = async (): Promise<void> => {
    const file = await host.pickFile('known-hosts');
    if (file !== null) load.mutate({ file: file.token });
  };
  return (
    <Row>
      <Button icon="upload" loading={load.isPending} onClick={() => void pick()}>{t('keys.import')}</Button>
      {load.data === undefined ? null : <span role="status">{t('keys.imported', { imported: format.count(load.data.imported), skipped: format.count(load.data.skipped) })}</span>}
    </Row>
  );
}
