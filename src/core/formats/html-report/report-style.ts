import { pageColours } from '../../colour/page-colours.ts';
import type { Tag } from '../../model/tag-set.ts';
import type { ReportTags } from './report-tags.ts';

/** Spans may lie over one another: each underline of a stretch has a place of its own below the words. */
export const underlineLevels = 4;

const lines: Readonly<Record<Tag['mark'], string>> = {
  wash: '',
  solid: 'underline solid',
  dotted: 'underline dotted',
  dashed: 'underline dashed',
  double: 'underline double',
  wavy: 'underline wavy',
};
/** Alpha, in hexadecimal, of the wash behind words: they keep their contrast. */
const washAlpha = { light: '2e', dark: '38' } as const;
const unlisted: Tag['colour'] = { light: '#55504a', dark: '#b5afa4' };

/** The report’s style sheet: light and dark as the reader’s system has it, margins beside the text where there is room, and for print. */
export function reportStyle(tags: ReportTags): string {
  const listed = tags.all.map(({ tag, className }) => ({ className, colour: tag.colour, mark: tag.mark }));
  const all = [...listed, { className: 'tx', colour: unlisted, mark: 'solid' as const }];
  const colours = (theme: 'light' | 'dark') =>
    all
      .map(
        ({ className, colour }) =>
          `.${className}{--c:${colour[theme]};--w:${colour[theme]}${washAlpha[theme]}}`,
      )
      .join('\n');
  const marks = all.map(({ className, mark }) =>
    mark === 'wash'
      ? `.m.${className}{background:var(--w);border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.m.${className}.b{border-inline-start:2px solid var(--c)}`
      : `.m.${className}{text-decoration:${lines[mark]} var(--c) 2px;text-decoration-skip-ink:none}`,
  );
  const levels = Array.from(
    { length: underlineLevels },
    (_, level) => `.u${level}{text-underline-offset:${(0.16 + level * 0.16).toFixed(2)}em}`,
  );
  return `${base}
${colours('light')}
@media (prefers-color-scheme:dark){
:root{--paper:${pageColours.dark.paper};--raised:${pageColours.dark.raised};--line:#303338;--ink:#e6e3dc;--soft:#a8a398;--accent:#8ab8e6;--on:#22303d}
${colours('dark')}
}
${marks.join('\n')}
${levels.join('\n')}
${print}`;
}

const base = `:root{color-scheme:light dark;--paper:${pageColours.light.paper};--raised:${pageColours.light.raised};--line:#e2ded5;--ink:#1f1d1a;--soft:#625d55;--accent:#1f4e79;--on:#e7eef5;--ui:"Inter Variable",Inter,"Noto Sans",system-ui,sans-serif;--read:"Source Serif 4 Variable","Source Serif 4","Noto Serif",Georgia,serif}
*{box-sizing:border-box}
html{scroll-padding-top:2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.125rem/1.7 var(--read)}
main,header,footer{max-width:66rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem)}
header{padding-top:2rem}
header,footer,.entry,.meta,.facts,.legend,table,nav{font:.8125rem/1.5 var(--ui)}
h1{font:600 1.75rem/1.2 var(--read);margin:0 0 .5rem}
h2{font:600 1.625rem/1.25 var(--read);margin:0 0 .5rem;text-wrap:balance}
h3{font:600 1.2rem/1.35 var(--read);margin:1.4em 0 .5em}
h4{font:600 .75rem/1.4 var(--ui);letter-spacing:.05em;text-transform:uppercase;color:var(--soft);margin:2rem 0 .6rem}
a{color:var(--accent)}
nav a{margin-inline-end:1rem}
article{border-top:1px solid var(--line);padding-top:2rem;margin-top:3rem}
article:first-of-type{margin-top:0}
.meta{color:var(--soft);margin:0 0 1.5rem}
.row{display:grid;grid-template-columns:minmax(0,38rem) minmax(0,1fr);column-gap:2.25rem}
.row>:first-child{margin:0 0 1.05em;overflow-wrap:break-word}
.row>.cont{margin-top:-1.05em}
.row>blockquote{padding-inline-start:1.2rem;border-inline-start:3px solid var(--line)}
.by{color:var(--soft)}
a.m{color:inherit;text-decoration:none}
.k{font:600 .6em/1 var(--ui);vertical-align:super;color:var(--c);text-decoration:none;padding-inline:.1em;unicode-bidi:isolate;-webkit-user-select:none;user-select:none}
a.k:hover,a.k:focus-visible,a.m:hover{background:var(--on)}
.entry{border-inline-start:2px solid var(--line);padding:.1rem 0 .1rem .7rem;padding-inline:.7rem 0;margin-bottom:.9rem;color:var(--soft);overflow-wrap:break-word}
.entry .who{font-weight:600;color:var(--ink)}
.entry .none{font-style:italic}
.entry .n{font-weight:600;color:var(--c);text-decoration:none;margin-inline-end:.35em}
.entry p{margin:.15rem 0}
.entry .said{font-family:var(--read);color:var(--ink)}
.note{white-space:pre-line;color:var(--ink)}
:target{background:var(--on);outline:2px solid var(--accent);outline-offset:2px}
.facts{display:grid;gap:.9rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;padding:0;margin:1rem 0;list-style:none}
table{border-collapse:collapse;margin:.5rem 0 1.5rem;width:100%}
th,td{text-align:start;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--line)}
td.c{font-variant-numeric:tabular-nums;white-space:nowrap}
@media (max-width:56rem){.row{grid-template-columns:minmax(0,1fr)}.row>aside{margin-bottom:1rem}}`;

const print = `@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#000;--on:transparent}
body{font-size:10.5pt}
main,header,footer{max-width:none;padding:0}
.row{grid-template-columns:minmax(0,2fr) minmax(0,1fr);column-gap:1.5rem}
.m,.k{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.entry,tr,blockquote{break-inside:avoid}
h2,h3,h4{break-after:avoid}
article{break-before:page;border:0;margin-top:0}
article:first-of-type{break-before:auto}
:target{outline:0}
nav{display:none}
}`;
