/** A stretch of speech, as it is shown at one time. */
export interface Cue {
  /** Milliseconds from the start of the recording; undefined where they cannot be read. */
  readonly from?: number;
  readonly to?: number;
  /** Who speaks, where that is said. */
  readonly voice?: string;
  /** Lines of plain text. */
  readonly lines: readonly string[];
}

const time = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`;
const timing = new RegExp(`^\\s*${time}\\s*-->\\s*${time}(?:\\s|$)`);
/** Blocks of WebVTT that are no cues (https://www.w3.org/TR/webvtt1/, sections 4.1 and 6.1). */
const notCues = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/**
 * The cues of subtitles, in the order of the file, which is theirs as a rule. Of what is malformed the text is kept, without times.
 * @param text with line feeds alone
 */
export function cuesIn(text: string): Cue[] {
  const isWebVtt = /^\ufeff?WEBVTT(?:[ \t\n]|$)/.test(text);
  const blocks = text
    .replace(/^\ufeff/, '')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''));
  const cues: Cue[] = [];
  for (const [at, lines] of blocks.entries()) {
    const [first = ''] = lines;
    if (isWebVtt && ((at === 0 && first.startsWith('WEBVTT')) || notCues.test(first))) continue;
    cues.push(...cuesInBlock(lines, isWebVtt));
  }
  return cues.filter(({ lines }) => lines.length > 0);
}

/** As a rule one; where blank lines were forgotten, one for each line of times. */
function cuesInBlock(lines: readonly string[], isWebVtt: boolean): Cue[] {
  const timings = lines.flatMap((line, at) => (timing.test(line) ? [at] : []));
  if (timings.length === 0) {
    const text = lines.filter((line) => !/^\s*\d+\s*$/.test(line));
    return [cueOf(text, isWebVtt)];
  }
  return timings.map((at, i) => {
    const next = timings[i + 1] ?? lines.length;
    const own = lines.slice(at + 1, next);
    // The number or name of the next cue is not of this one.
    const isNext = next < lines.length && /^\s*\d+\s*$/.test(own.at(-1) ?? '');
    const [, h1, m1, s1, f1, h2, m2, s2, f2] = timing.exec(lines[at] ?? '') ?? [];
    return {
      ...cueOf(isNext ? own.slice(0, -1) : own, isWebVtt),
      from: milliseconds(h1, m1, s1, f1),
      to: milliseconds(h2, m2, s2, f2),
    };
  });
}

function milliseconds(hours = '0', minutes = '0', seconds = '0', fraction = '0'): number {
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, '0'));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
};

function cueOf(lines: readonly string[], isWebVtt: boolean): Cue {
  const voice = isWebVtt
    ? /<v(?:\.[^\s>]*)?\s+([^>]{1,200})>/.exec(lines.join('\n'))?.[1]?.trim()
    : undefined;
  return {
    ...(voice !== undefined && voice !== '' && { voice: unescaped(voice) }),
    lines: lines.map((line) => plain(line, isWebVtt)).filter((line) => line !== ''),
  };
}

/** The line without marks: `<i>`, `<c.yellow>`, times within WebVTT, and the `{\an8}` that SubRip files have from other programs. */
function plain(line: string, isWebVtt: boolean): string {
  const bare = line.replace(/<\/?[a-zA-Z][^<>]*>|<\d[\d:.]*>/g, '').replace(/\{\\[^{}]*\}/g, '');
  return (isWebVtt ? unescaped(bare) : bare).replace(/[ \t]+/g, ' ').trim();
}

function unescaped(text: string): string {
  return text.replace(/&([a-z]{2,4});/g, (whole, name: string) =>
    Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole,
  );
}
