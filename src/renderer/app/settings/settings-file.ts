import { z } from 'zod';
import { type Settings, settingsSchema } from '../../../bridge/settings.ts';
import { failure, type Result, success } from '../../../core/model/result.ts';

const fileSchema = z.object({
  format: z.literal('ascribe-settings'),
  version: z.literal(1),
  settings: z.record(z.string(), z.unknown()),
});

/** What concerns this computer and its projects alone is not handed on. */
const own: ReadonlySet<string> = new Set([
  'lastArticles',
  'recentChoices',
  'articlesWidth',
  'sideWidth',
  'hintDismissed',
]);

/** A file of settings: JSON that a person can read and change. */
export function settingsText(settings: Settings): string {
  const shared = Object.fromEntries(Object.entries(settings).filter(([name]) => !own.has(name)));
  return `${JSON.stringify({ format: 'ascribe-settings', version: 1, settings: shared }, null, 2)}\n`;
}

/** What comes of a file of settings. */
export interface ReadSettings {
  /** The settings as they are then. */
  readonly settings: Settings;
  /** Names of settings whose values cannot be used, and which therefore stay as they are. */
  readonly unusable: readonly string[];
}

/**
 * Reads a file of settings; the reason of a failure is a clause.
 * @param current what stays where the file says nothing
 */
export function readSettings(text: string, current: Settings): Result<ReadSettings, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('it is no JSON');
  }
  const file = fileSchema.safeParse(value);
  if (!file.success) return failure('it holds no settings of Ascribe');
  const unusable: string[] = [];
  const given: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(settingsSchema.shape)) {
    const wanted = file.data.settings[name];
    if (own.has(name) || wanted === undefined) continue;
    // Without the schema's own way of putting up with what is wrong.
    if (field.unwrap().safeParse(wanted).success) given[name] = wanted;
    else unusable.push(name);
  }
  return success({ settings: settingsSchema.parse({ ...current, ...given }), unusable });
}
