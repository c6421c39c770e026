import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { pagePath, type SearchParams } from './page-href.ts';

/** Opens another screen; a link (`TextLink`) is preferred where a word can carry it. */
export function useGo(): (path: string, search?: SearchParams) => void {
  const { history } = useRouter();
  return useCallback((path, search = {}) => history.push(pagePath(path, search)), [history]);
}
