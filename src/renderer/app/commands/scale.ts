import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';

/** The factors that zooming steps through, as browsers have them. */
const factors = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const columnStep = 4;
const narrowestColumn = 40;
const widestColumn = 110;

function zoomTo(app: Application, zoom: number | undefined): void {
  if (zoom !== undefined) app.settings.change({ zoom });
}

function setColumn(app: Application, width: number): void {
  app.settings.change({ columnWidth: Math.min(widestColumn, Math.max(narrowestColumn, width)) });
}

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'view.zoomIn',
    run: (app) =>
      zoomTo(
        app,
        factors.find((factor) => factor > app.settings.current.zoom),
      ),
  },
  {
    id: 'view.zoomOut',
    run: (app) =>
      zoomTo(
        app,
        factors.findLast((factor) => factor < app.settings.current.zoom),
      ),
  },
  { id: 'view.zoomReset', run: (app) => zoomTo(app, 1) },
  { id: 'view.widerColumn', run: (app) => setColumn(app, app.settings.current.columnWidth + columnStep) },
  { id: 'view.narrowerColumn', run: (app) => setColumn(app, app.settings.current.columnWidth - columnStep) },
];
