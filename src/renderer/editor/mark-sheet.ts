import type { TagSet } from '../../core/model/tag-set.ts';
import type { MarkLook } from './mark-look.ts';
import { keyOfLook, lookRules, tagColourRules } from './mark-styles.ts';

/**
 * The style sheet of the marks: one rule for each look in use. It is a constructed sheet, filled through the object model, since the
 * content security policy allows no style in markup.
 */
export class MarkSheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #classes = new Map<string, string>();
  #tagSet: TagSet;

  constructor(tagSet: TagSet) {
    this.#tagSet = tagSet;
    this.#writeTags();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Starts again with another tag set: every class name given before is void. */
  reset(tagSet: TagSet): void {
    if (tagSet === this.#tagSet) return;
    this.#tagSet = tagSet;
    this.#classes.clear();
    this.#sheet.replaceSync('');
    this.#writeTags();
  }

  /** The class name that paints `look`. */
  classOf(look: MarkLook): string {
    const key = keyOfLook(look);
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const className = `look-${this.#classes.size}`;
    this.#classes.set(key, className);
    this.#insert(lookRules(className, look, this.#tagSet));
    return className;
  }

  dispose(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  #writeTags(): void {
    this.#insert(tagColourRules(this.#tagSet));
  }

  #insert(rules: readonly string[]): void {
    for (const rule of rules) this.#sheet.insertRule(rule, this.#sheet.cssRules.length);
  }
}
