import { Menu, type MenuItemConstructorOptions } from 'electron';
import en from '../../../shared/i18n/en/desktop.json' with { type: 'json' };
import zhCn from '../../../shared/i18n/zh-CN/desktop.json' with { type: 'json' };
import { languageFor } from '../../../shared/i18n/language.ts';

export interface MenuOptions {
  readonly locale: string;
  readonly mac: boolean;
  readonly devTools: boolean;
}

/** The native menu carries what the system expects of one; everything else is in the window. */
export function menuTemplate({ locale, mac, devTools }: MenuOptions): MenuItemConstructorOptions[] {
  const text = languageFor([locale]) === 'zh-CN' ? zhCn : en;
  const view: MenuItemConstructorOptions[] = [{ role: 'reload', label: text.reload }, { role: 'resetZoom', label: text.actualSize }, { role: 'zoomIn', label: text.zoomIn }, { role: 'zoomOut', label: text.zoomOut }, { role: 'togglefullscreen', label: text.fullScreen }];
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: text.file, submenu: [{ role: mac ? 'close' : 'quit', label: mac ? text.closeWindow : text.quit }] },
    { label: text.edit, submenu: [{ role: 'cut', label: text.cut }, { role: 'copy', label: text.copy }, { role: 'paste', label: text.paste }, { role: 'selectAll', label: text.selectAll }] },
    { label: text.view, submenu: devTools ? [...view, { role: 'toggleDevTools', label: text.developerTools }] : view },
    { role: 'windowMenu', label: text.window },
  ];
}

export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}
