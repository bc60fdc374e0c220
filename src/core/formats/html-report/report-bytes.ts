import { count } from '../../text/number-words.ts';
import { escapeAttribute, escapeText } from '../../xml/xml-escape.ts';
import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { Sha256 } from '../sha256.ts';
import { articleHtml } from './article-html.ts';
import { base64OfHex } from './base64.ts';
import { excerpt, foreign } from './html.ts';
import { ReportContext } from './report-context.ts';
import { reportStyle } from './report-style.ts';

/** The report of a dataset in pieces, an article at a time: what is counted over all of them stands at its end. */
export async function* reportBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const context = new ReportContext(head);
  yield encoder.encode(opening(head, context));
  for await (const article of articles) yield encoder.encode(articleHtml(article, context));
  yield encoder.encode(closing(head, context));
}

function opening({ project }: DatasetHead, { tags }: ReportContext): string {
  const style = reportStyle(tags);
  const hash = base64OfHex(Sha256.of(new TextEncoder().encode(style)));
  // Nothing is loaded and nothing runs: the one thing allowed is this very style sheet.
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = project?.name ?? 'Tagged articles';
  const legend = tags.all.map(({ tag, className, label }) => {
    const guideline = tag.guideline === '' ? '' : ` title="${escapeAttribute(tag.guideline)}"`;
    return `<li${guideline}><span class="m b ${className} u0">${foreign(tag.name)}</span><span class="k ${className}">${tags.claims.has(tag.id) ? '1, 2…' : escapeText(label)}</span></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeText(title)}</h1>
<nav><a href="#contents">Contents</a><a href="#cast">Cast</a><a href="#counts">Counts</a></nav>
<ul class="legend" aria-label="Tags">${legend.join('')}</ul>
</header>
<main>
`;
}

function closing(head: DatasetHead, context: ReportContext): string {
  return `</main>
<footer>
<h4 id="contents">Contents</h4>
${contents(context)}
<h4 id="cast">Cast</h4>
${cast(head, context)}
<h4 id="counts">Counts</h4>
${counts(context)}
</footer>
</body>
</html>
`;
}

function contents({ articles }: ReportContext): string {
  const rows = articles.map(
    ({ id, title, claims }, i) =>
      `<tr><td>${i + 1}. <a href="#${id}">${foreign(excerpt(title, 140))}</a></td><td class="c">${count(claims, 'claim')}</td></tr>`,
  );
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
}

/** The article’s number and that of the claim in it, `2.7`, of an entry’s id. */
function numberOf(entry: string): string {
  return entry.replace(/^a(\d+)-e(\d+)$/, '$1.$2');
}

function cast({ entities = [] }: DatasetHead, { claimsOf }: ReportContext): string {
  if (entities.length === 0) return '<p>Nobody is in the cast.</p>';
  const rows = entities.map(({ id, name, role, kind, aliases = [], anonymous, note }) => {
    const about = [role, kind, anonymous === true ? 'anonymous' : undefined].filter(
      (part) => part !== undefined && part !== '',
    );
    const more = [
      ...(aliases.length > 0 ? [`also ${aliases.map(foreign).join(', ')}`] : []),
      ...(note ? [`<span class="note" dir="auto">${escapeText(note)}</span>`] : []),
    ];
    const links = (claimsOf.get(id) ?? []).map((entry) => `<a href="#${entry}">${numberOf(entry)}</a>`);
    return `<tr><td><strong>${foreign(name)}</strong><br>${about.map((part) => foreign(String(part))).join(' · ')}</td><td>${more.join('<br>')}</td><td>${links.length === 0 ? 'no claims' : `claims ${links.join(' ')}`}</td></tr>`;
  });
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
}

function counts({ tags, counts: of, claims, attributed, relations, articles }: ReportContext): string {
  const rows = [...of].map(
    ([id, count]) => `<tr><td>${foreign(tags.of(id).tag.name)}</td><td class="c">${count}</td></tr>`,
  );
  const totals = [
    ['Articles', articles.length],
    ['Claims with a speaker', `${attributed} of ${claims}`],
    ['Relations', relations],
  ].map(([name, count]) => `<tr><td>${name}</td><td class="c">${count}</td></tr>`);
  return `<table><tbody>${[...rows, ...totals].join('\n')}</tbody></table>`;
}
