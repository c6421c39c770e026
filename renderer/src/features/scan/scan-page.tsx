import { useTranslation } from 'react-i18next';
import { scanRunIdSchema } from '../../../../shared/kernel/ids.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useUrlParams } from '../../ui/use-url-params.ts';
import { HostKeysView } from './components/host-keys-view.tsx';
import { RunList } from './components/run-list.tsx';
import { RunView } from './components/run-view.tsx';
import { ScriptSheet } from './components/script-sheet.tsx';
import { Wizard } from './components/wizard.tsx';
import { WizardProvider } from './wizard-context.tsx';

const VIEWS = ['runs', 'keys', 'script'] as const;

/** Scans: new, running, past; host keys; what runs on a server. */
export function ScanPage() {
  const { t } = useTranslation('scan');
  const [params, setParams] = useUrlParams();
  const runId = scanRunIdSchema.safeParse(params['run']).data;
  const view = VIEWS.find((one) => one === params['view']) ?? 'runs';
  const showRun = (id: string): void => setParams({ run: id, view: undefined });
  if (params['view'] === 'new') {
    return (
      <WizardProvider>
        <Page title={t('wizard.title')} toolbar={<Button variant="quiet" onClick={() => setParams({ view: undefined })}>{t('wizard.leave')}</Button>}>
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
        toolbar={<StartButtons onNew={() => setParams({ view: 'new', run: undefined })} onStarted={showRun} />}
        bar={<Tabs label={t('title')} items={VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))} value={view} onChange={(key) => setParams({ view: key === 'runs' ? undefined : key, run: undefined })} />}
      >
        {view === 'keys' ? <HostKeysView /> : null}
        {view === 'script' ? <ScriptSheet /> : null}
        {view !== 'runs' ? null : runId === undefined ? <RunList onOpen={showRun} onNew={() => setParams({ view: 'new' })} /> : <RunView runId={runId} onBack={() => setParams({ run: undefined })} />}
      </Page>
    </WizardProvider>
  );
}

function StartButtons({ onNew, onStarted }: { readonly onNew: () => void; readonly onStarted: (runId: string) => void }) {
  const { t } = useTranslation('scan');
  const local = useCommand('scan.startLocal');
  const sample = useCommand('scan.startSample');
  return (
    <>
      <Menu
        items={[
          { key: 'local', label: t('start.local'), onSelect: () => local.mutate({}, { onSuccess: ({ runId }) => onStarted(runId) }) },
          { key: 'sample', label: t('start.sample'), onSelect: () => sample.mutate({}, { onSuccess: ({ runId }) => onStarted(runId) }) },
        ]}
      >
        <Button>{t('start.other')}</Button>
      </Menu>
      <Button variant="primary" icon="plus" onClick={onNew}>{t('start.new')}</Button>
    </>
  );
}
