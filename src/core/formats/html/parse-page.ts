import { parseHTML } from 'linkedom/worker';

/** What stands before a page's content when its tags for head and body were left out. */
const headElements = new Set(['title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template']);

/**
 * A page as a tree that has one `html` with one `head` and one `body`, whatever was written: the parser keeps to the tags that are there.
 * Nothing in it is run or fetched.
 */
export function parsePage(html: string) {
  const { document } = parseHTML(html);
  const page = document.createElement('html');
  const head = document.createElement('head');
  const body = document.createElement('body');
  page.append(head, body);
  const waiting = [...document.childNodes].reverse();
  let inBody = false;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const name = node.nodeName.toLowerCase();
    if (name === 'html' || name === 'head' || name === 'body') {
      inBody ||= name === 'body';
      for (const child of [...node.childNodes].reverse()) waiting.push(child);
      continue;
    }
    // Comments and the document type stay where they are.
    if (node.nodeType !== 1 && node.nodeType !== 3) continue;
    const isHead: boolean =
      !inBody && (headElements.has(name) || (node.nodeType === 3 && node.nodeValue?.trim() === ''));
    inBody ||= !isHead;
    (isHead ? head : body).append(node);
  }
  for (const left of [...document.children]) left.remove();
  document.append(page);
  return document;
}

export type Page = ReturnType<typeof parsePage>;
