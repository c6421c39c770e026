import { lazy, Suspense } from 'react';
import { LoadingState } from '../ui/loading-state.tsx';
import { useProject } from './use-project.ts';

const HomePage = lazy(async () => ({ default: (await import('../features/home/index.ts')).HomePage }));
const OverviewPage = lazy(async () => ({ default: (await import('../features/overview/index.ts')).OverviewPage }));

/** The first screen: the choice of a project, or where the open one stands. */
export function StartPage() {
  const project = useProject();
  if (project === undefined) return <LoadingState />;
  return <Suspense fallback={<LoadingState />}>{project.open ? <OverviewPage /> : <HomePage />}</Suspense>;
}
