import type { Page } from '@playwright/test';

/** What carries words beside text. */
const attributes = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'placeholder',
  'title',
  'alt',
];

/** Whatever stands in these is the person's own: the article, and names, quotations and notes, which all keep their direction to themselves. */
const personsOwn = '[role="textbox"], bdi, [dir="auto"], input, textarea:not([placeholder])';

/** What stays after the messages of the pseudo-language are taken out, the innermost first. */
export function outsideMessages(words: string): string {
  const rest = words.replace(/\u2067?⟦[^⟦⟧]*⟧\u2069?/g, '');
  return rest === words ? words : outsideMessages(rest);
}

/** All words on the screen, and those that only screen readers and pointers meet, which are neither a message nor the person's own. */
export async function unspoken(page: Page, allowed: readonly RegExp[], within = 'body'): Promise<string[]> {
  const found = await page.evaluate(
    ([names, own, scope]) => {
      const root = document.querySelector(scope);
      if (root === null) throw new Error(`${scope} is not on the screen`);
      const said: string[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node instanceof Element) {
          for (const name of names) {
            const value = node.getAttribute(name);
            if (value !== null) said.push(value);
          }
        } else if (
          node.parentElement?.closest(own) === null &&
          node.parentElement.checkVisibility({ visibilityProperty: true })
        ) {
          said.push(node.textContent ?? '');
        }
      }
      return said;
    },
    [attributes, personsOwn, within] as const,
  );
  return strange(found, allowed);
}

function strange(words: readonly string[], allowed: readonly RegExp[]): string[] {
  const rest = words.filter((each) => {
    const outside = allowed.reduce((text, pattern) => text.replace(pattern, ''), outsideMessages(each));
    return /\p{L}/u.test(outside);
  });
  return [...new Set(rest)].sort();
}
