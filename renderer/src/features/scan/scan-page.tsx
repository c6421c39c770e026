import { useTranslation } from 'react-i18next';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import { useCall } from '../../api/use-call.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { HostKeysView } from './components/host-keys-view.tsx';
import { RunList } from './components/run-list.tsx';
import { RunView } from './components/run-view.tsx';
import { ScriptSheet } from './components/script-sheet.tsx';
import { StopAllButton } from './components/stop-all-button.tsx';
import { Wizard } from './components/wizard.tsx';
import { SCAN_URL, SCAN_VIEWS } from './lib/scan-search.ts';
import { WizardProvider } from './wizard-context.tsx';

/** Scans: new, running, past; host keys; what runs on a server. */
export function ScanPage() {
  const { t } = useTranslation('scan');
  const [search, setSearch] = useUrlState(SCAN_URL);
  const { view, run } = search;
  // Where nothing has been scanned yet the empty list itself offers the first scan, and once is enough.
  const hasRuns = useCall('scan.listRuns', {}).data?.runs.length !== 0;
  // What narrowed the results of one run says nothing about another.
  const showRun = (id: ScanRunId | undefined): void => setSearch({ view: 'runs', run: id, part: 'targets', text: '', state: undefined, code: undefined, department: undefined });
  if (view === 'new') {
    return (
      <WizardProvider>
        <Page title={t('wizard.title')} toolbar={<Button variant="quiet" onClick={() => setSearch({ view: 'runs' })}>{t('wizard.leave')}</Button>}>
          <Wizard onStarted={showRun} />
        </Page>
      </WizardProvider>
    );
  }
  return (
    <WizardProvider>
      <Page
        title={t('title')}
        layout="fill"
        toolbar={<StartButtons offersNew={view === 'script' || hasRuns} onNew={() => setSearch({ view: 'new', run: undefined })} onStarted={showRun} />}
        bar={<Tabs label={t('title')} items={SCAN_VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))} value={view} onChange={(key) => setSearch({ view: key, run: undefined })} />}
      >
        {view === 'keys' ? <HostKeysView state={search.keyState} onState={(keyState) => setSearch({ keyState })} onNew={() => setSearch({ view: 'new' })} /> : null}
        {view === 'script' ? <ScriptSheet /> : null}
        {view !== 'runs' ? null : run === undefined ? <RunList onOpen={showRun} onNew={() => setSearch({ view: 'new' })} /> : <RunView key={run} runId={run} search={search} setSearch={setSearch} onBack={() => showRun(undefined)} />}
      </Page>
    </WizardProvider>
  );
}

function StartButtons({ offersNew, onNew, onStarted }: { readonly offersNew: boolean; readonly onNew: () => void; readonly onStarted: (runId: ScanRunId) => void }) {
  const { t } = useTranslation('scan');
  const local = useCommand('scan.startLocal');
  const sample = useCommand('scan.startSample');
  return (
    <>
      <StopAllButton />
      <Menu
        items={[
          { key: 'local', label: t('start.local'), onSelect: () => local.mutate({}, { onSuccess: ({ runId }) => onStarted(runId) }) },
          { key: 'sample', label: t('start.sample'), onSelect: () => sample.mutate({}, { onSuccess: ({ runId }) => onStarted(runId) }) },
        ]}
      >
        <Button>{t('start.other')}</Button>
      </Menu>
      {offersNew ? <Button variant="primary" icon="plus" onClick={onNew}>{t('start.new')}</Button> : null}
    </>
  );
}
