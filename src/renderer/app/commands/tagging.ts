import type { CommandImplementation } from '../command.ts';
import { canTag } from '../preconditions.ts';
import { chooseTag } from '../tag-text.ts';

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const implementations: readonly CommandImplementation[] = [
  ...places.map(
    (place): CommandImplementation => ({
      id: `annotation.tag${place}`,
      enabled: (app) =>
        canTag(app) && app.workbench.project.getState().project.tagSet.tags[place - 1] !== undefined,
      run: (app, { alt }) => {
        const tag = app.workbench.project.getState().project.tagSet.tags[place - 1];
        if (tag !== undefined) chooseTag(app, tag.id, alt);
      },
    }),
  ),
  {
    id: 'annotation.pen',
    enabled: canTag,
    checked: (app) => app.workbench.focus.getState().pen !== null,
    run: (app) => {
      const [first] = app.workbench.project.getState().project.tagSet.tags;
      const { pen } = app.workbench.focus.getState();
      app.workbench.setPen(pen === null ? (first?.id ?? null) : null);
    },
  },
  {
    id: 'edit.snapToWords',
    checked: (app) => app.settings.current.snapToWords,
    run: (app) => app.settings.change({ snapToWords: !app.settings.current.snapToWords }),
  },
];
