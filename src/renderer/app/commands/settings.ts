import type { CommandImplementation } from '../command.ts';
import { exportSettings, importSettings } from '../settings/exchange-settings.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'file.exportSettings', run: (app) => exportSettings(app) },
  { id: 'file.importSettings', run: (app) => importSettings(app) },
];
