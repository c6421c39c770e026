import { Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { JobListFeed } from '../api/jobs.tsx';
import { ProjectChange } from '../api/project-change.tsx';
import { AppFrame, type RailItem } from '../ui/app-frame.tsx';
import { useAppState } from './app-store-context.tsx';
import { CommandPalette } from './palette/command-palette.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeysOverlay } from './keys-overlay.tsx';
import { isCurrent, SCREENS, type Screen } from './screens.ts';
import { TopBar } from './top-bar.tsx';
import { useProject } from './use-project.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame around every screen. */
export function RootLayout() {
  const { t } = useTranslation('app');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const narrow = useAppState((state) => state.railNarrow);
  const toggleRail = useAppState((state) => state.toggleRail);
  const project = useProject();
  useShortcuts();
  const toItem = (screen: Screen): RailItem => ({ key: screen.key, label: t(`screen.${screen.key}`), icon: screen.icon, href: `#${screen.path}`, current: isCurrent(screen, pathname) });
  return (
    <AppFrame
      topBar={<TopBar />}
      railLabel={t('rail.label')}
      railItems={SCREENS.filter((screen) => !screen.foot).map(toItem)}
      railFoot={SCREENS.filter((screen) => screen.foot).map(toItem)}
      narrow={narrow}
      collapseLabel={narrow ? t('rail.widen') : t('rail.narrow')}
      onCollapse={toggleRail}
      skipLabel={t('rail.skip')}
    >
      <ProjectChange path={project?.path} />
      <JobListFeed path={project?.path ?? null} />
      <ErrorBoundary resetKey={pathname}>
        <Outlet />
      </ErrorBoundary>
      <CommandPalette />
      <KeysOverlay />
    </AppFrame>
  );
}
