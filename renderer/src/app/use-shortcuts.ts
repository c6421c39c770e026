import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useCommand } from '../api/use-command.ts';
import { useAppState } from './app-store-context.tsx';
import { readKey, type KeyAction } from './key-chord.ts';
import { SCREENS } from './screens.ts';

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));
}

/** The keyboard of the whole window. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  const { mutate: undo } = useCommand('project.undo');
  const { mutate: redo } = useCommand('project.redo');
  const open = useAppState((state) => state.open);
  const toggleRail = useAppState((state) => state.toggleRail);
  const awaitingJump = useRef(false);
  useEffect(() => {
    const act = (action: KeyAction): void => {
      switch (action.kind) {
        case 'palette': return open('palette');
        case 'keys': return open('keys');
        case 'rail': return toggleRail();
        case 'filter': return document.querySelector<HTMLInputElement>('[data-filter-bar]')?.focus();
        case 'undo': return undo({});
        case 'redo': return redo({});
        case 'await-jump': return undefined;
        case 'jump': {
          const screen = SCREENS.find((one) => one.jump === action.letter);
          if (screen !== undefined) void navigate({ to: screen.path });
        }
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
      const action = readKey({ key: event.key, chord: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey, inField: takesText(event.target), composing: event.isComposing }, awaitingJump.current);
      awaitingJump.current = action?.kind === 'await-jump';
      if (action === null) return;
      event.preventDefault();
      act(action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate, open, redo, toggleRail, undo]);
}
