import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchParams } from './page-href.ts';

type RawSearch = Readonly<Record<string, unknown>>;

export interface UrlState<State> {
  readonly read: (raw: RawSearch) => State;
  readonly write: (state: State) => SearchParams;
}

/** Typing replaces the entry of the history, opening something adds one: back closes it again. */
export type SetUrlState<State> = (change: Partial<State>, how?: 'push' | 'replace') => void;

function params<State>(kind: UrlState<State>, state: State): Record<string, string> {
  return Object.fromEntries(Object.entries(kind.write(state)).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])));
}

/**
 * The shareable state of a screen, kept in its address. `kind` must be a module constant. The state changes at once and
 * the address follows, so that typing never waits for the router; a change of the address from outside wins.
 */
export function useUrlState<State>(kind: UrlState<State>): readonly [State, SetUrlState<State>] {
  const raw = useSearch({ strict: false }) as RawSearch;
  const navigate = useNavigate();
  const [state, setState] = useState(() => kind.read(raw));
  const latest = useRef(state);
  const own = useRef(new Set<string>());
  const seen = JSON.stringify(params(kind, kind.read(raw)));
  const lastSeen = useRef(seen);

  useEffect(() => {
    if (lastSeen.current === seen) return;
    lastSeen.current = seen;
    const mine = own.current.has(seen);
    if (JSON.stringify(params(kind, latest.current)) === seen) own.current.clear();
    if (mine) return;
    latest.current = kind.read(JSON.parse(seen) as RawSearch);
    setState(latest.current);
  }, [kind, seen]);

  const change = useCallback<SetUrlState<State>>(
    (part, how = 'push') => {
      latest.current = { ...latest.current, ...part };
      setState(latest.current);
      const search = params(kind, latest.current);
      own.current.add(JSON.stringify(search));
      // Each screen has its own search values; the router's union of all routes cannot name them here.
      void navigate({ to: '.', search: search as never, replace: how === 'replace' });
    },
    [kind, navigate],
  );
  return [state, change];
}
