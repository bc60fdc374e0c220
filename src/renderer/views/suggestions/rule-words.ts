import type { RuleId } from '../../../core/suggest/suggestion.ts';

/** What a person reads of what a rule does. */
export interface RuleWords {
  /** What it looks for, in a sentence. */
  readonly seeks: string;
  /** A sentence, in pieces: each second one is what it would propose. */
  readonly example: readonly string[];
}

export const ruleWords: Readonly<Record<RuleId, RuleWords>> = {
  quotation: {
    seeks: 'What stands between quotation marks, with all its pieces, and who says it.',
    example: ['', '“This is a toll,”', ' said Marek Ode, ', '“on bread.”'],
  },
  'reported-speech': {
    seeks: 'What somebody is reported to have said, without quotation marks, and who said it.',
    example: ['Ida Lund warned that ', 'the harbour would close', '.'],
  },
  date: {
    seeks: 'Words for a time, and the date that they come to.',
    example: ['The fee was raised on ', 'Thursday', ' for the first time since ', '3 March 2026', '.'],
  },
  gazetteer: {
    seeks:
      'Names of countries, regions, towns and seas, and where they are, from a list made of GeoNames (CC BY 4.0).',
    example: ['The ferry left ', 'Bergen', ' for ', 'Scotland', '.'],
  },
  'place-words': {
    seeks: 'Names that end in a word for a place, and are in no list.',
    example: ['They met on ', 'Collier Bridge', ' at noon.'],
  },
  learnt: {
    seeks: 'Claims and speakers like those of the articles that it learnt from.',
    example: ['Image: ', 'Nick Moreau'],
  },
  'same-again': {
    seeks: 'Words that were tagged in other articles, and the names of the cast.',
    example: ['Later that day the ', 'Port Authority', ' closed the harbour.'],
  },
};
