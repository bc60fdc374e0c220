import type { CalendarDate } from './calendar.ts';

/**
 * Whether words without a year or a week look back or ahead: "on Thursday" of what was said, and of what will be voted on. Null when the
 * sentence does not tell.
 */
export type Leaning = 'past' | 'future' | null;

/** From where relative words are counted. */
export interface DateContext {
  /** The day on which the article was published. */
  readonly published: CalendarDate;
  readonly leaning: Leaning;
}
