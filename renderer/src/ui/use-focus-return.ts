import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * What takes the focus while it is open gives it back to the thing it was opened from, also when it is taken off the
 * screen as a whole. Where the focus has gone elsewhere by then, it stays.
 */
export function useFocusReturn(opened: boolean): void {
  const before = useRef<Element | null>(null);
  // Layout effects come before any child takes the focus.
  useLayoutEffect(() => {
    if (opened) before.current = document.activeElement;
  }, [opened]);
  useEffect(() => {
    if (!opened) return undefined;
    return () => {
      const opener = before.current;
      if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [opened]);
}
