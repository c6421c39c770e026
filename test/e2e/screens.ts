/** Every screen of the product; `:server` stands for the first server of the inventory. `project: false`: shown without an open project. */
export const SCREENS = [
  { name: 'home', path: '/', project: false },
  { name: 'overview', path: '/', project: true },
  { name: 'scan', path: '/scan', project: true },
  { name: 'scan-new', path: '/scan?view=new', project: true },
  { name: 'scan-keys', path: '/scan?view=keys', project: true },
  { name: 'scan-script', path: '/scan?view=script', project: true },
  { name: 'campaigns', path: '/campaigns', project: true },
  { name: 'inventory', path: '/inventory', project: true },
  { name: 'server', path: '/server/:server', project: true },
  { name: 'systems', path: '/systems', project: true },
  { name: 'departments', path: '/departments', project: true },
  { name: 'assessment', path: '/assessment', project: true },
  { name: 'plan', path: '/plan', project: true },
  { name: 'progress', path: '/progress', project: true },
  { name: 'catalogue', path: '/catalogue', project: true },
  { name: 'reports', path: '/reports', project: true },
  { name: 'settings', path: '/settings', project: true },
  { name: 'help', path: '/help', project: true },
] as const;
export type Screen = (typeof SCREENS)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;
export const SIZES = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }] as const;
