import { Menu } from 'electron';
import { type MenuActions, menuTemplate } from './menu-template.ts';

export function showMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, actions)));
}
