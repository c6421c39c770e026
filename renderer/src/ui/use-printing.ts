import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Usable width of A4 landscape within the margins of base.css, in px at 96 per inch; A3 has room to spare. */
export const PRINT_WIDTH_PX = 1030;

/** Is the page being printed? What is drawn window by window must then be drawn whole, before the browser takes its picture. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia('print');
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const change = (): void => (media.matches ? begin() : end());
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', change);
    };
  }, []);
  return printing;
}
