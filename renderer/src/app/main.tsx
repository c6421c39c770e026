import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { describeError } from '../../../shared/i18n/describe-error.ts';
import { bridgeChanges } from '../api/change-bridge.ts';
import { createJobStore } from '../api/job-store.ts';
import { createQueryClient } from '../api/query-client.ts';
import { showToast } from '../ui/toast.ts';
import { App } from './app.tsx';
import { createAppStore } from './app-store.ts';
import { connect } from './connect.ts';
import { startI18n } from './start-i18n.ts';

const NARROW_SCREEN_PX = 1200;

async function main(): Promise<void> {
  startI18n();
  const connection = await connect();
  const jobs = createJobStore();
  const queryClient = createQueryClient((error) => {
    const text = describeError(i18next.language === 'en' ? 'en' : 'zh-CN', error.code, error.params);
    showToast({ title: text.title, text: [text.what, text.next].filter(Boolean).join(' '), tone: 'error' });
  });
  bridgeChanges({ client: connection.client, queryClient, jobs, later: (run, ms) => setTimeout(run, ms) });
  const place = document.getElementById('root');
  if (place === null) throw new Error('index.html has no #root');
  const appStore = createAppStore(window.innerWidth < NARROW_SCREEN_PX);
  createRoot(place).render(
    <StrictMode>
      <App connection={connection} queryClient={queryClient} jobs={jobs} appStore={appStore} />
    </StrictMode>,
  );
}

void main();
