import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchParams } from './page-href.ts';

/** The address waits for a pause in the typing: writing it costs as much as drawing the answer. Shorter than the way from key to pointer. */
const PAUSE_MS = 120;

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
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (lastSeen.current === seen) return;
    lastSeen.current = seen;
    const mine = own.current.has(seen);
    if (JSON.stringify(params(kind, latest.current)) === seen) own.current.clear();
    if (mine) return;
    latest.current = kind.read(JSON.parse(seen) as RawSearch);
    setState(latest.current);
  }, [kind, seen]);

  const write = useCallback((how: 'push' | 'replace') => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const search = params(kind, latest.current);
    own.current.add(JSON.stringify(search));
    // Each screen has its own search values; the router's union of all routes cannot name them here.
    void navigate({ to: '.', search: search as never, replace: how === 'replace' });
  }, [kind, navigate]);
  // Another screen has an address of its own by then.
  useEffect(() => () => clearTimeout(waiting.current), []);

  const change = useCallback<SetUrlState<State>>(
    (part, how = 'push') => {
      if (how === 'push' && waiting.current !== undefined) write('replace');
      latest.current = { ...latest.current, ...part };
      setState(latest.current);
      if (how === 'push') return write('push');
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => write('replace'), PAUSE_MS);
    },
    [write],
  );
  return [state, change];
}
