import { type CommandId, commandIds } from '../../../bridge/commands.ts';

/** A stop of the guided tour: what can be done there, and where on the screen it is. */
export interface TourStep {
  readonly title: string;
  /** Sentences; a command's id in braces stands for its key, as in `{annotation.link}`. */
  readonly words: string;
  /** A CSS selector of what is lit meanwhile. */
  readonly place: string;
}

export const tourSteps: readonly TourStep[] = [
  {
    title: 'Say what words are',
    words:
      'Select words in the text, with the mouse or with Shift and the arrows. Press {annotation.tag1} for a speaker, {annotation.tag2} for a claim, {annotation.tag3} for a place, {annotation.tag4} for a date.',
    place: '.workspace-text',
  },
  {
    title: 'A claim in one gesture',
    words:
      'Put the caret in a quotation and press {annotation.claimHere}: the claim is made with all its pieces. {annotation.link} links it to the nearest speaker; the same key again takes the next.',
    place: '.workspace-text',
  },
  {
    title: 'Who, where and when',
    words:
      'The card holds what is known of the selected annotation. {annotation.attributes} goes to its fields, {annotation.entity} says which member of the cast a speaker is.',
    place: '#selected-annotation',
  },
  {
    title: 'The whole project',
    words:
      'Mark an article as done with {article.done}. {edit.findInProject} finds words in all articles, {view.cast} shows who says what, {view.overview} counts it. {view.commandPalette} finds everything else.',
    place: '#articles',
  },
  {
    title: 'Safe, and yours',
    words:
      '“All changes saved” means that every change is in two places on the disk; {edit.undo} takes back any of them, also after a restart. {file.export} hands the work on as a dataset.',
    place: '.status-bar',
  },
];

/** A step's words with its keys apart: every second part is a command's id. */
export function tourParts(words: string): { readonly text: string; readonly command: CommandId | null }[] {
  return words.split(/\{([\w.]+)\}/).map((part, i) => ({
    text: part,
    command: i % 2 === 1 ? (commandIds.find((id) => id === part) ?? null) : null,
  }));
}
