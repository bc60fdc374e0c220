import { type ReportCounts, reportCountsSchema } from '../../bridge/report.ts';
import { type Settings, settingsSchema } from '../../bridge/settings.ts';

/** What an error report is made from. */
export interface ReportFacts {
  readonly at: Date;
  readonly versions: {
    readonly app: string;
    readonly isPackaged: boolean;
    readonly electron: string;
    /** The day on which the support of that Electron ended; null while it lasts. */
    readonly electronSupportEnded: string | null;
    readonly chromium: string;
    readonly node: string;
    readonly system: string;
  };
  readonly saving: string;
  /** Null when no project is open. */
  readonly counts: ReportCounts | null;
  readonly settings: Settings;
  /** Without what is the person's own. */
  readonly log: string;
}

/** Which settings a report tells. Those that hold ids, names or words of the person's are left out; of chosen keys their number is told. */
const told: Readonly<Record<keyof Settings, 'value' | 'number' | 'nothing'>> = {
  theme: 'value',
  language: 'value',
  zoom: 'value',
  textSize: 'value',
  columnWidth: 'value',
  snapToWords: 'value',
  suggestionsShown: 'value',
  suggestionOrder: 'value',
  suggestionRules: 'number',
  assignKnownNames: 'value',
  keepOriginals: 'value',
  articlesShown: 'value',
  sideShown: 'value',
  marginShown: 'value',
  articlesWidth: 'value',
  sideWidth: 'value',
  tagsBeginArticle: 'value',
  articleSort: 'value',
  articleSortReversed: 'value',
  articleGroups: 'value',
  listOrder: 'value',
  tourStep: 'value',
  lastArticles: 'nothing',
  keymap: 'number',
  recentChoices: 'nothing',
  importMappings: 'nothing',
  tableColumns: 'nothing',
};

const countNames: Readonly<Record<keyof ReportCounts, string>> = {
  articles: 'articles',
  articlesInTrash: 'articles in the trash',
  longestArticle: 'characters of the longest article',
  annotations: 'annotations',
  openArticle: 'characters of the open article',
  openArticleAnnotations: 'annotations of the open article',
  tags: 'tags',
  relationTypes: 'types of relations',
  castMembers: 'members of the cast',
  annotators: 'annotators',
  steps: 'steps that can be undone',
};

/** One text for who is to mend a fault: versions, sizes, settings and the log; nothing that was written or read in the app. */
export function errorReport({ at, versions, saving, counts, settings, log }: ReportFacts): string {
  const ended = versions.electronSupportEnded;
  return [
    'Ascribe error report',
    `Made ${at.toISOString()}. It was sent nowhere. It holds no text of articles, no names of files and no paths.`,
    '',
    ...section('Versions', [
      ['Ascribe', `${versions.app}${versions.isPackaged ? '' : ', run from its sources'}`],
      ['Electron', `${versions.electron}${ended === null ? '' : `, whose support ended on ${ended}`}`],
      ['Chromium', versions.chromium],
      ['Node', versions.node],
      ['System', versions.system],
    ]),
    ...section(
      'Project',
      counts === null ? [['none', 'it could not be opened']] : [['saving', saving], ...countRows(counts)],
    ),
    ...section(
      'Settings',
      settingsSchema.keyof().options.flatMap((name) => settingRow(name, settings)),
    ),
    'Log, the latest last',
    log === '' ? '  (empty)' : log.replace(/^/gm, '  '),
    '',
  ].join('\n');
}

type Row = readonly [name: string, value: string];

function countRows(counts: ReportCounts): Row[] {
  return reportCountsSchema.keyof().options.map((name) => [countNames[name], String(counts[name])]);
}

function settingRow(name: keyof Settings, settings: Settings): Row[] {
  if (told[name] === 'nothing') return [];
  const value = settings[name];
  if (told[name] === 'number') return [[name, `${Object.keys(value ?? {}).length} chosen`]];
  return [[name, String(value)]];
}

function section(title: string, rows: readonly Row[]): string[] {
  return [title, ...rows.map(([name, value]) => `  ${name}: ${value}`), ''];
}
