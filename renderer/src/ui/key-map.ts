/** Every key of the workbench, for the `?` overlay and the help screen; `action` is a key under `ui:keys.action`. */
export const KEY_MAP = [
  {
    group: 'everywhere',
    keys: [
      { keys: 'Ctrl+K', action: 'palette' },
      { keys: '?', action: 'keys' },
      { keys: '/', action: 'filter' },
      { keys: '[', action: 'rail' },
      { keys: 'Ctrl+Z', action: 'undo' },
      { keys: 'Ctrl+Shift+Z', action: 'redo' },
      { keys: 'Esc', action: 'close' },
    ],
  },
  {
    group: 'go',
    keys: [
      { keys: 'G+O', action: 'overview' },
      { keys: 'G+S', action: 'scan' },
      { keys: 'G+I', action: 'inventory' },
      { keys: 'G+Y', action: 'systems' },
      { keys: 'G+D', action: 'departments' },
      { keys: 'G+A', action: 'assessment' },
      { keys: 'G+P', action: 'plan' },
      { keys: 'G+R', action: 'progress' },
      { keys: 'G+C', action: 'catalogue' },
      { keys: 'G+E', action: 'reports' },
      { keys: 'G+,', action: 'settings' },
      { keys: 'G+H', action: 'help' },
    ],
  },
  {
    group: 'table',
    keys: [
      { keys: '↑+↓', action: 'row' },
      { keys: 'PgUp+PgDn', action: 'page' },
      { keys: 'Home+End', action: 'ends' },
      { keys: 'Enter', action: 'show' },
      { keys: 'Space', action: 'select' },
      { keys: 'Shift+↓', action: 'extend' },
      { keys: 'Ctrl+A', action: 'all' },
      { keys: 'Ctrl+C', action: 'copy' },
    ],
  },
] as const;
export type KeyGroup = (typeof KEY_MAP)[number];
