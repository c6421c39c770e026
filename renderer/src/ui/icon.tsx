import { ICON_PATHS, type IconName } from './icon-paths.ts';

/** Decorative: the word beside it or the button's label names the thing. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
