import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../bridge/settings.ts';
import type { Fragment } from '../../../core/model/fragment.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { startOf } from '../../../core/model/span.ts';
import { openSuggestions, tagWithValue } from '../../../core/operations/gestures/decide-suggestion.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import { isWanted, settingOf } from '../../../core/suggest/rule-setting.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { ProjectSlice } from '../../store/workbench-state.ts';
import type { SameAgainArgs } from '../../workers/scan/same-again.ts';
import type { SuggestInArticleArgs } from '../../workers/scan/suggest-in-article.ts';
import type { LearntStore } from './learnt-store.ts';
import { taggedElsewhere } from './tagged-elsewhere.ts';

type Batches = AsyncIterable<readonly ArticleSuggestion[]>;

/** Makes the suggestions of an article away from the window's thread, batch by batch, until the signal ends it. */
export interface SuggestionSource {
  /** What the article's own text tells. */
  inArticle(args: Omit<SuggestInArticleArgs, 'gazetteer'>, signal: AbortSignal): Batches;
  /** What was tagged in other articles. */
  sameAgain(args: SameAgainArgs, signal: AbortSignal): Batches;
}

export interface SuggestionState {
  /** The article that they are about; null while none is open, or none are wanted. */
  readonly articleId: Identifier | null;
  /** All that are proposed for it, whether or not they are wanted and decided, in text order. */
  readonly made: readonly ArticleSuggestion[];
  /** Those that the rules in force are sure enough of and nobody has decided about, in text order. */
  readonly open: readonly ArticleSuggestion[];
  /** `computing`: there may be some already. `partial`: the article has more than are made, or took too long. */
  readonly status: 'none' | 'computing' | 'done' | 'partial' | 'failed';
}

/** More are made of no article: nobody looks through them, and each is looked at again after a change. Those that are not wanted now may be as many again. */
const mostSuggestions = 5_000;
const mostMade = 2 * mostSuggestions;
/** An article is given up after this long, ms; what was found until then stays. */
const longestComputing = 10_000;
/** Changes are gathered for so long, ms, before what is open is found out anew. */
const gather = 60;
const nothing: SuggestionState = { articleId: null, made: [], open: [], status: 'none' };

/** What is proposed for the open article: computed in a worker when it is opened, shown as it comes, and without what was tagged or refused since. */
export class SuggestionStore {
  readonly store: StoreApi<SuggestionState> = createStore<SuggestionState>(() => nothing);
  readonly #project: Workbench['project'];
  readonly #source: SuggestionSource;
  readonly #settings: StoreApi<Settings>;
  readonly #learnt: LearntStore['store'];
  readonly #stops: readonly (() => void)[];
  #running: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    project: Workbench['project'],
    source: SuggestionSource,
    settings: StoreApi<Settings>,
    learnt: LearntStore['store'],
  ) {
    this.#project = project;
    this.#source = source;
    this.#settings = settings;
    this.#learnt = learnt;
    this.#stops = [
      learnt.subscribe(({ inForce }, before) => {
        if (inForce !== before.inForce) void this.#compute();
      }),
      project.subscribe((state, before) => this.#heed(state, before)),
      settings.subscribe(({ suggestionsShown, suggestionRules }, before) => {
        const isRead = settingOf(suggestionRules, 'same-again').isOn;
        const wasRead = settingOf(before.suggestionRules, 'same-again').isOn;
        if (suggestionsShown !== before.suggestionsShown || isRead !== wasRead) void this.#compute();
        else if (suggestionRules !== before.suggestionRules) this.#later();
      }),
    ];
    void this.#compute();
  }

  /** What is open now, without waiting for the changes that are being gathered. */
  now(): readonly ArticleSuggestion[] {
    this.#findOpen();
    return this.store.getState().open;
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#running?.abort();
    clearTimeout(this.#timer);
  }

  #heed({ open, project }: ProjectSlice, before: ProjectSlice): void {
    const earlier = before.open;
    if (open?.record.id !== earlier?.record.id || open?.body !== earlier?.body) void this.#compute();
    else if (open !== null && dayOf(open.record.metadata) !== dayOf(earlier?.record.metadata ?? {}))
      void this.#compute();
    else if (
      open?.spans !== earlier?.spans ||
      open?.record.refused !== earlier?.record.refused ||
      project.tagSet !== before.project.tagSet
    )
      this.#later();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.#findOpen(), gather);
  }

  #findOpen(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { open: article, project } = this.#project.getState();
    const { articleId, made, open } = this.store.getState();
    if (article === null || article.record.id !== articleId) return;
    const { suggestionRules } = this.#settings.getState();
    const wanted = made.filter(({ of }) => isWanted(of, suggestionRules));
    const now = openSuggestions(article, wanted, project.tagSet);
    const isSame = now.length === open.length && now.every((suggestion, i) => suggestion === open[i]);
    if (!isSame) this.store.setState({ open: now });
  }

  /** Shows what has been found so far. */
  #show(found: readonly ArticleSuggestion[]): void {
    this.store.setState({ made: [...found].sort((a, b) => startOf(a) - startOf(b)) });
    this.#findOpen();
  }

  async #compute(): Promise<void> {
    this.#running?.abort();
    const { open } = this.#project.getState();
    if (open === null || !this.#settings.getState().suggestionsShown) {
      this.#running = null;
      this.store.setState(nothing);
      return;
    }
    const running = new AbortController();
    this.#running = running;
    this.store.setState({ articleId: open.record.id, made: [], open: [], status: 'computing' });
    let isLate = false;
    const overdue = setTimeout(() => {
      isLate = true;
      running.abort();
    }, longestComputing);
    const found: ArticleSuggestion[] = [];
    const { suggestionRules } = this.#settings.getState();
    let wanted = 0;
    let isEnough = false;
    const take = async (batches: Batches) => {
      for await (const batch of batches) {
        for (const suggestion of batch) {
          if (isEnough) break;
          found.push(suggestion);
          if (isWanted(suggestion.of, suggestionRules)) wanted += 1;
          isEnough = wanted >= mostSuggestions || found.length >= mostMade;
        }
        if (this.#running !== running) return;
        if (batch.length > 0) this.#show(found);
        if (isEnough) break;
      }
    };
    try {
      const { body, record } = open;
      const placeTag = tagWithValue(this.#project.getState().project.tagSet, 'place')?.id ?? null;
      const args = { body, metadata: record.metadata, placeTag, learnt: this.#learnt.getState().inForce };
      await take(this.#source.inArticle(args, running.signal));
      const elsewhere = settingOf(suggestionRules, 'same-again').isOn
        ? taggedElsewhere(this.#project.getState(), record.id)
        : null;
      if (elsewhere !== null && !running.signal.aborted && !isEnough) {
        const proposed = speakersIn(found.filter(({ of }) => isWanted(of, suggestionRules)));
        await take(this.#source.sameAgain({ ...elsewhere, text: body.text, proposed }, running.signal));
      }
      if (this.#running === running) this.store.setState({ status: isLate || isEnough ? 'partial' : 'done' });
    } catch {
      // Suggestions are a help: the work goes on without them, and the foot of the window says so.
      if (this.#running === running) this.store.setState({ status: found.length > 0 ? 'partial' : 'failed' });
    } finally {
      clearTimeout(overdue);
    }
  }
}

function speakersIn(suggestions: readonly ArticleSuggestion[]): Fragment[] {
  return suggestions.flatMap((suggestion) =>
    suggestion.kind === 'attribution' && suggestion.of.speaker !== undefined ? [suggestion.of.speaker] : [],
  );
}

function dayOf({ date, published }: Readonly<Record<string, string>>): string {
  return date ?? published ?? '';
}
