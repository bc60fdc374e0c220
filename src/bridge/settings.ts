import { z } from 'zod';
import { columnRoleSchema } from '../core/formats/article-table/column-roles.ts';
import { identifierSchema } from '../core/model/identifier.ts';
import { ruleSettingSchema } from '../core/suggest/rule-setting.ts';
import { keymapSchema } from './keymap.ts';

/** So many tables are remembered, the latest first. */
export const mostRememberedTables = 50;

/** What the person set, kept by main beside the project. Unknown or broken values fall back one by one. */
export const settingsSchema = z.strictObject({
  /** Tag of the interface's language, from the next start on. */
  language: z.string().max(35).catch('en'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Factor of the whole window. */
  zoom: z.number().min(0.5).max(3).catch(1),
  /** Article text, CSS pixels. */
  textSize: z.number().min(12).max(32).catch(18.5),
  /** Article column, in characters of average width. */
  columnWidth: z.int().min(40).max(110).catch(66),
  /** A selection is widened to whole words when it is tagged. */
  snapToWords: z.boolean().catch(true),
  /** What is suggested for the open article is shown in it. */
  suggestionsShown: z.boolean().catch(true),
  /** Which is the next suggestion: the one behind in the text, or the one that is least sure. */
  suggestionOrder: z.enum(['reading', 'leastSure']).catch('reading'),
  /** Rules of suggestion that were switched off or given a threshold, by id; also those that only another version knows. */
  suggestionRules: z.record(z.string().min(1).max(64), ruleSettingSchema).catch({}),
  /** A speaker whose words are a name of just one member of the cast is assigned when it is tagged. */
  assignKnownNames: z.boolean().catch(true),
  /** Files that are opened as articles are kept as they are, beside the text. */
  keepOriginals: z.boolean().catch(false),
  articlesShown: z.boolean().catch(true),
  sideShown: z.boolean().catch(true),
  /** Who says each claim, beside the text. */
  marginShown: z.boolean().catch(true),
  /** CSS pixels. */
  articlesWidth: z.int().min(180).max(520).catch(268),
  sideWidth: z.int().min(240).max(640).catch(340),
  /** Tagging in an article that is to do puts it in progress. */
  tagsBeginArticle: z.boolean().catch(true),
  articleSort: z.enum(['list', 'title', 'date', 'added', 'annotations', 'state']).catch('list'),
  articleSortReversed: z.boolean().catch(false),
  articleGroups: z.enum(['none', 'state', 'label']).catch('none'),
  listOrder: z.enum(['text', 'tag', 'speaker']).catch('text'),
  /** Step of the guided tour, from 0; null once it was left. */
  tourStep: z.int().min(0).max(4).nullable().catch(0),
  /** Project id → id of the article that was open last in it. */
  lastArticles: z.record(identifierSchema, identifierSchema).catch({}),
  /** Keys that the person chose. */
  keymap: keymapSchema.catch({}),
  /** What was chosen in the command palette, the latest first: ids of its entries. */
  recentChoices: z.array(z.string().max(300)).max(24).catch([]),
  /** `format/tag/ID`, `format/relation/ID` or `format/attribute/ID` of a dataset → the id that it got here; empty where it stayed out. */
  importMappings: z.record(z.string().max(600), z.string().max(256)).catch({}),
  /** What the columns of tables of articles hold, by the names of all of them. */
  tableColumns: z
    .array(z.strictObject({ columns: z.array(z.string()), roles: z.array(columnRoleSchema) }))
    .max(mostRememberedTables)
    .catch([]),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = settingsSchema.parse({
  theme: 'system',
  zoom: 1,
  textSize: 18.5,
  columnWidth: 66,
  snapToWords: true,
  suggestionsShown: true,
  suggestionOrder: 'reading',
  suggestionRules: {},
  keepOriginals: false,
  assignKnownNames: true,
  articlesShown: true,
  sideShown: true,
  marginShown: true,
  articlesWidth: 268,
  sideWidth: 340,
  tagsBeginArticle: true,
  articleSort: 'list',
  articleSortReversed: false,
  articleGroups: 'none',
  listOrder: 'text',
  tourStep: 0,
  lastArticles: {},
  keymap: {},
  recentChoices: [],
  importMappings: {},
  tableColumns: [],
});
