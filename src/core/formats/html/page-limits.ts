/** More tags and references than these are no article: the parser makes a node of each, and a tree of them would fill the memory. */
const mostTags = 300_000;
const mostMarks = 600_000;
/** The parser looks through all attributes of an element for each of them. A long tag is seldom one with many: pictures stand in attributes too. */
const mostAttributes = 2_000;
const longTag = 16 * 1024;

/** Elements within elements, counted before anything is parsed. Pages that people read stay below a hundred. */
const deepest = 1_500;

/** Elements that have no end tag, or whose end tag is so often left out that counting them would say nothing of the depth. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot body html'.split(
    ' ',
  ),
);

/** Why a page is not taken apart, as a clause about “it”; undefined when it is within limits. Reads the text once. */
export function beyondLimits(html: string): string | undefined {
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  let marks = 0;
  let tagEnd = -1;
  for (const { 0: mark, 1: slash, 2: name, index } of html.matchAll(
    /&|<(?:(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,63}))?/g,
  )) {
    marks += 1;
    if (mark !== '&') tags += 1;
    if (tags > mostTags || marks > mostMarks) return `it has more than ${mostTags.toLocaleString('en')} tags`;
    if (mark !== '&' && index > tagEnd) {
      tagEnd = html.indexOf('>', index);
      if (tagEnd === -1) tagEnd = html.length;
      if (tagEnd - index > longTag && attributesIn(html.slice(index, tagEnd)) > mostAttributes)
        return `an element has more than ${mostAttributes.toLocaleString('en')} attributes`;
    }
    const local = name?.toLowerCase();
    if (local === undefined || uncounted.has(local)) continue;
    const count = open.get(local) ?? 0;
    if (slash === '') {
      open.set(local, count + 1);
      depth += 1;
      if (depth > deepest) return 'its elements are nested too deeply';
    } else if (count > 0) {
      open.set(local, count - 1);
      depth -= 1;
    }
  }
  return undefined;
}

function attributesIn(tag: string): number {
  const names = tag.replace(/=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)/g, '=');
  return names.match(/(?<![\s/=])[\s/=]+[^\s/=]/g)?.length ?? 0;
}
