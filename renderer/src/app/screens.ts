import type { IconName } from '../ui/icon-paths.ts';

/** Screens of the left rail, in the order of the work. `jump` is the letter after `g`. */
export const SCREENS = [
  { key: 'overview', path: '/', icon: 'overview', jump: 'o', foot: false },
  { key: 'scan', path: '/scan', icon: 'scan', jump: 's', foot: false },
  { key: 'campaign', path: '/campaigns', icon: 'campaign', jump: 'm', foot: false },
  { key: 'inventory', path: '/inventory', icon: 'inventory', jump: 'i', foot: false },
  { key: 'systems', path: '/systems', icon: 'systems', jump: 'y', foot: false },
  { key: 'departments', path: '/departments', icon: 'departments', jump: 'd', foot: false },
  { key: 'assessment', path: '/assessment', icon: 'assessment', jump: 'a', foot: false },
  { key: 'plan', path: '/plan', icon: 'plan', jump: 'p', foot: false },
  { key: 'progress', path: '/progress', icon: 'progress', jump: 'r', foot: false },
  { key: 'catalogue', path: '/catalogue', icon: 'catalogue', jump: 'c', foot: false },
  { key: 'reports', path: '/reports', icon: 'reports', jump: 'e', foot: false },
  { key: 'settings', path: '/settings', icon: 'settings', jump: ',', foot: true },
  { key: 'help', path: '/help', icon: 'help', jump: 'h', foot: true },
] as const satisfies readonly { key: string; path: string; icon: IconName; jump: string; foot: boolean }[];

export type Screen = (typeof SCREENS)[number];
export type ScreenKey = Screen['key'];

/** Is this screen (or a page under it) the one on the screen? */
export function isCurrent(screen: Screen, pathname: string): boolean {
  if (screen.path === '/') return pathname === '/';
  if (screen.key === 'inventory' && pathname.startsWith('/server/')) return true;
  return pathname === screen.path || pathname.startsWith(`${screen.path}/`);
}
