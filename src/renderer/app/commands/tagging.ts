import { type TagKey, tagAtKey, tagKeys } from '../../../core/model/tag-keys.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { canTag } from '../preconditions.ts';
import { chooseTag } from '../tag-text.ts';

function tagWith(app: Application, key: TagKey): Tag | undefined {
  return tagAtKey(app.workbench.project.getState().project.tagSet, key);
}

export const implementations: readonly CommandImplementation[] = [
  ...tagKeys.map(
    (key): CommandImplementation => ({
      id: `annotation.tag${key}`,
      enabled: (app) => canTag(app) && tagWith(app, key) !== undefined,
      run: (app, { alt }) => {
        const tag = tagWith(app, key);
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
