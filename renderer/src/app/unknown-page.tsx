import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** An address that leads nowhere. */
export function UnknownPage() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  return <EmptyState title={t('unknownPage.title')} action={<Button variant="primary" onClick={() => void navigate({ to: '/' })}>{t('unknownPage.action')}</Button>} />;
}
