import type { Fragment } from '../../model/fragment.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { fragmentsOfList } from './brat-fragments.ts';

/** A role and what fills it, by its id: `Giver-Arg:T1`. */
export interface BratArgument {
  readonly role: string;
  readonly target: string;
}

/**
 * A line of an `.ann` file, as https://brat.nlplab.org/standoff.html describes them. Names are as they are written. What stands behind the second tab
 * is `tail`; undefined where there is none.
 */
export type BratLine = { readonly id: string; readonly tail: string | undefined } & (
  | { readonly kind: 'text'; readonly type: string; readonly fragments: readonly Fragment[] }
  | { readonly kind: 'relation'; readonly type: string; readonly ends: readonly [BratArgument, BratArgument] }
  | {
      readonly kind: 'event';
      readonly type: string;
      readonly trigger: string;
      readonly roles: readonly BratArgument[];
    }
  | { readonly kind: 'equivalence'; readonly type: string; readonly targets: readonly string[] }
  | {
      readonly kind: 'attribute';
      readonly type: string;
      readonly target: string;
      readonly value: string | true;
    }
  | {
      readonly kind: 'normalisation';
      readonly type: string;
      readonly target: string;
      readonly reference: string;
    }
  | { readonly kind: 'note'; readonly type: string; readonly target: string }
);

/** Reads a line, or says as a clause why it is none of brat's. */
export function readBratLine(line: string): Result<BratLine, string> {
  const [id = '', data, ...tails] = splitAtTabs(line);
  if (data === undefined) return failure('it has no tab after an id');
  const shared = { id, tail: tails[0] };
  const words = data.split(' ').filter((word) => word !== '');
  const [type, target] = words;
  if (type === undefined || target === undefined) {
    return id.startsWith('E') && type !== undefined
      ? readEvent(shared, type, [])
      : failure('it says too little');
  }
  switch (id === '*' ? id : /^([TREAMN#])[A-Za-z]*\d/.exec(id)?.[1]) {
    case 'T': {
      const fragments = fragmentsOfList(words.slice(1).join(' '));
      if (fragments === undefined) return failure('its offsets are not as in “10 20” or “10 20;25 40”');
      return success({ ...shared, kind: 'text', type, fragments });
    }
    case 'R':
      return readRelation(shared, type, words.slice(1));
    case 'E':
      return readEvent(shared, type, words.slice(1));
    case '*':
      return success({ ...shared, kind: 'equivalence', type, targets: words.slice(1) });
    case 'A':
    case 'M':
      return success({ ...shared, kind: 'attribute', type, target, value: valueIn(data) });
    case 'N':
      return readNormalisation(shared, type, words.slice(1));
    case '#':
      return success({ ...shared, kind: 'note', type, target });
    default:
      return failure(`“${id.slice(0, 40)}” is no id of brat’s`);
  }
}

type Shared = Pick<BratLine, 'id' | 'tail'>;

/** The parts before the first and the second tab, and all that follows. */
function splitAtTabs(line: string): readonly string[] {
  const first = line.indexOf('\t');
  if (first === -1) return [line];
  const second = line.indexOf('\t', first + 1);
  if (second === -1) return [line.slice(0, first), line.slice(first + 1)];
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)];
}

/** What follows the type and the target, blanks and all. */
function valueIn(data: string): string | true {
  const value = /^ *[^ ]+ +[^ ]+ (.*)$/s.exec(data)?.[1];
  return value === undefined || value.trim() === '' ? true : value;
}

function readRelation(shared: Shared, type: string, words: readonly string[]): Result<BratLine, string> {
  const [first, second, ...more] = words.map(argumentIn);
  if (first === undefined || second === undefined || more.length > 0)
    return failure('a relation has two ends, as in “Arg1:T1 Arg2:T2”');
  const ends =
    second.role === 'Arg1' && first.role === 'Arg2' ? ([second, first] as const) : ([first, second] as const);
  return success({ ...shared, kind: 'relation', type, ends });
}

function readEvent(
  shared: Shared,
  typeAndTrigger: string,
  words: readonly string[],
): Result<BratLine, string> {
  const trigger = argumentIn(typeAndTrigger);
  const roles = words.flatMap((word) => argumentIn(word) ?? []);
  if (trigger === undefined) return failure('it does not name its trigger, as in “Attack:T1”');
  if (roles.length < words.length) return failure('its roles are not as in “Agent:T1”');
  return success({ ...shared, kind: 'event', type: trigger.role, trigger: trigger.target, roles });
}

/** Also as the shared task of BioNLP 2013 wrote them: `Reference Annotation:T1 Referent:DB:1`. */
function readNormalisation(shared: Shared, type: string, words: readonly string[]): Result<BratLine, string> {
  const labelled = (label: string) => words.find((word) => word.startsWith(label))?.slice(label.length);
  const target = labelled('Annotation:') ?? words[0];
  const reference = labelled('Referent:') ?? words[1];
  if (target === undefined || reference === undefined || !/^[^:]+:./.test(reference))
    return failure('it does not refer to anything, as in “T1 Wikipedia:534366”');
  return success({ ...shared, kind: 'normalisation', type, target, reference });
}

function argumentIn(word: string): BratArgument | undefined {
  const colon = word.indexOf(':');
  if (colon < 1 || colon === word.length - 1) return undefined;
  return { role: word.slice(0, colon), target: word.slice(colon + 1) };
}
