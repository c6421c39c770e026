import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type UrlParams = Readonly<Record<string, string>>;
/** undefined removes a parameter. `replace` while typing, so that Back leaves the screen and not a letter. */
export type SetUrlParams = (changes: Readonly<Record<string, string | undefined>>, options?: { readonly replace?: boolean }) => void;

/** The view state of the screen: filter, sort, selection, open inspector. Values are plain text. */
export function useUrlParams(): readonly [UrlParams, SetUrlParams] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback<SetUrlParams>(
    (changes, options = {}) => {
      void navigate({ to: '.', search: (before: Readonly<Record<string, unknown>>) => withoutUndefined({ ...before, ...changes }), replace: options.replace ?? false });
    },
    [navigate],
  );
  return [Object.fromEntries(Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string')), set];
}

function withoutUndefined(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''));
}
