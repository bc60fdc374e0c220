import { expect, it } from 'vitest';
import { type ReportCounts, reportCountsSchema } from '../../../src/bridge/report.ts';
import { defaultSettings } from '../../../src/bridge/settings.ts';
import { errorReport } from '../../../src/main/report/error-report.ts';

const counts: ReportCounts = {
  articles: 101,
  articlesInTrash: 102,
  longestArticle: 103,
  annotations: 104,
  openArticle: 105,
  openArticleAnnotations: 106,
  tags: 107,
  relationTypes: 108,
  castMembers: 109,
  annotators: 110,
  steps: 111,
};

const facts = {
  at: new Date(0),
  versions: {
    app: '0.1.0',
    isPackaged: false,
    electron: '33.2.1',
    electronSupportEnded: '2025-04-29',
    chromium: '130',
    node: '20.18',
    system: 'linux 6.1, x64',
  },
  saving: 'saved',
  counts,
  settings: defaultSettings,
  log: 'first\nsecond',
};

it('tells versions, every number, and the log', () => {
  const report = errorReport(facts);
  expect(report).toContain('Ascribe: 0.1.0, run from its sources');
  expect(report).toContain('Electron: 33.2.1, whose support ended on 2025-04-29');
  for (const name of reportCountsSchema.keyof().options) expect(report).toContain(`: ${counts[name]}\n`);
  expect(report).toContain('  first\n  second\n');
});

it('tells nothing of a project that could not be opened', () => {
  const report = errorReport({ ...facts, counts: null });
  expect(report).toContain('Project\n  none: it could not be opened\n');
  expect(report).not.toContain('saving');
});

it('tells of settings what concerns the program, and nothing that names anything of the person’s', () => {
  const report = errorReport({
    ...facts,
    settings: {
      ...defaultSettings,
      theme: 'dark',
      lastArticles: { 'secret-1': 'secret-2' },
      keymap: { 'secret-3': ['F2'] },
      recentChoices: ['secret-4'],
      importMappings: { 'secret-5': 'secret-6' },
      tableColumns: [{ columns: ['secret-7'], roles: [] }],
    },
  });
  expect(report).toContain('theme: dark');
  expect(report).toContain('keymap: 1 chosen');
  expect(report).not.toContain('secret');
});
