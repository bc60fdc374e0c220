import type { DateValue } from '../../model/attribute-value.ts';

type Modifier = NonNullable<DateValue['modifier']>;

interface Prefix {
  readonly pattern: RegExp;
  /** What it says of a point in time, and of a length; null that it says nothing of such. */
  readonly point: Modifier | null;
  readonly length: Modifier | null;
}

/** The longer first. What is within a period (`early`, `the end of`) stands behind what is before or after it. */
const outer: readonly Prefix[] = [
  { pattern: /^(?:no|not) later than /, point: 'ON_OR_BEFORE', length: null },
  { pattern: /^(?:no|not) earlier than /, point: 'ON_OR_AFTER', length: null },
  {
    pattern: /^(?:at least|no less than|no fewer than|a minimum of|not less than) /,
    point: null,
    length: 'EQUAL_OR_MORE',
  },
  {
    pattern: /^(?:at most|no more than|not more than|a maximum of|within) /,
    point: null,
    length: 'EQUAL_OR_LESS',
  },
  { pattern: /^up to /, point: 'ON_OR_BEFORE', length: 'EQUAL_OR_LESS' },
  {
    pattern: /^(?:more than|longer than|upwards of|well over|just over|over) (?!the )/,
    point: null,
    length: 'MORE_THAN',
  },
  {
    pattern: /^(?:less than|fewer than|shorter than|under|nearly|almost|close to|not quite) /,
    point: null,
    length: 'LESS_THAN',
  },
  {
    pattern: /^(?:about|around|approximately|roughly|circa|ca\.?|c\.|some) /,
    point: 'APPROX',
    length: 'APPROX',
  },
  { pattern: /^(?:ever )?since /, point: 'ON_OR_AFTER', length: null },
  {
    pattern: /^(?:as of|as from|from|starting(?: on| in| from)?|beginning (?:on|in|from)|effective) /,
    point: 'ON_OR_AFTER',
    length: null,
  },
  { pattern: /^(?:by|until|till|through|up until) /, point: 'ON_OR_BEFORE', length: null },
  { pattern: /^(?:before|prior to|ahead of) /, point: 'BEFORE', length: null },
  { pattern: /^(?:after|following) (?!\S+ (?:year|month|week|day))/, point: 'AFTER', length: null },
];

const inner: readonly Prefix[] = [
  {
    pattern: /^(?:the )?(?:beginning|start|outset|first (?:days|weeks|months)) of (?:the )?/,
    point: 'START',
    length: null,
  },
  { pattern: /^(?:the )?middle of (?:the )?/, point: 'MID', length: null },
  { pattern: /^(?:the )?(?:end|close|last (?:days|weeks|months)) of (?:the )?/, point: 'END', length: null },
  { pattern: /^(?:the )?(?:early|earlier)(?: on)?(?: in)?[ -](?:the )?/, point: 'START', length: null },
  { pattern: /^(?:the )?mid(?:[ -]| in )(?:the )?/, point: 'MID', length: null },
  { pattern: /^(?:the )?(?:late|later)(?: on)?(?: in)?[ -](?:the )?/, point: 'END', length: null },
];

/** Words that say nothing of their own before a time. */
const idle =
  /^(?:on|in|at|during|for|throughout|over|of|the|this very|dated|exactly|just|only|as recently as|as early as|as late as|back in) /;

interface Stripped {
  /** What is left. */
  readonly words: string;
  readonly prefix: Prefix | null;
  /** Whether the prefix tells a part of the period that follows: "the end of the year" is of this year. */
  readonly isPart: boolean;
}

/**
 * Takes the words before a time apart: what they say of it, and the time. Of two that say something ("before the end of April") the one
 * nearer to the time counts, for it says which time is meant.
 */
export function stripModifier(words: string): Stripped {
  let rest = words;
  let prefix: Prefix | null = null;
  let isPart = false;
  const cut = /^(.+?) or so$/.exec(rest)?.[1];
  if (cut !== undefined) {
    rest = cut;
    prefix = { pattern: /^/, point: 'APPROX', length: 'APPROX' };
  }
  for (let found = true; found; ) {
    found = false;
    for (const candidate of [...outer, ...inner]) {
      const shorter = rest.replace(candidate.pattern, '');
      if (shorter === rest) continue;
      [rest, prefix, found] = [shorter, candidate, true];
      isPart = inner.includes(candidate);
      break;
    }
    const shorter = found ? rest : rest.replace(idle, '');
    // "In three days" is a day to come, "in the last quarter" a time.
    if (
      shorter !== rest &&
      !/^in (?!the )(?:an? |\S+ )(?:second|minute|hour|day|week|month|year|decade)s?(?:['’] time)?$/.test(
        rest,
      )
    ) {
      [rest, found] = [shorter, true];
    }
  }
  return { words: rest, prefix, isPart };
}
