import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { useProject } from './use-project.ts';

/** Screens that speak about a project wait for one. */
export function ProjectRequired({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const project = useProject();
  if (project === undefined) return <LoadingState />;
  if (project.open) return children;
  return <EmptyState title={t('noProject.title')} text={t('noProject.text')} action={<Button variant="primary" onClick={() => void navigate({ to: '/projects' })}>{t('noProject.action')}</Button>} />;
}
