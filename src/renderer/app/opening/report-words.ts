import { count } from '../../../core/text/number-words.ts';
import type { OpeningReport } from './open-files.ts';

/** What to say when files were opened; undefined when the window shows it by itself (one new article, all well). */
export function openingWords(report: OpeningReport): string | undefined {
  const parts: string[] = [];
  if (report.opened > 1) parts.push(`${count(report.opened, 'article')} opened.`);
  if (report.alreadyOpen === 1) parts.push('This file is in the project already: its article is shown.');
  if (report.alreadyOpen > 1)
    parts.push(`${count(report.alreadyOpen, 'article')} were in the project already.`);
  if (report.ignored > 0) parts.push(`${count(report.ignored, 'new version')} ignored.`);
  if (report.skipped > 0) parts.push(`Cancelled: ${count(report.skipped, 'file')} not opened.`);
  return parts.length === 0 ? undefined : parts.join(' ');
}
