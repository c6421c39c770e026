import { useEffect, useState, type RefObject } from 'react';

const DENSE = 28;

/** The height of a row as tokens.css says it for the chosen density. */
export function useRowHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(DENSE);
  useEffect(() => {
    const read = (): void => {
      if (element.current !== null) setHeight(Number.parseInt(getComputedStyle(element.current).getPropertyValue('--row'), 10) || DENSE);
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  }, [element]);
  return height;
}
