/** Something that leads from one item to another. */
export interface ChainLink<Item> {
  readonly from: Item;
  readonly to: Item;
}

/**
 * The items in lists of which each member leads to the next, one of one member for an item without links. Undefined where items branch or go round, so that
 * lists do not say all.
 */
export function chainsOf<Item, Link extends ChainLink<Item>>(
  items: readonly Item[],
  links: readonly Link[],
): readonly (readonly { readonly item: Item; readonly link: Link | undefined }[])[] | undefined {
  const next = new Map(links.map((link) => [link.from, link]));
  const followed = new Set(links.map(({ to }) => to));
  if (next.size < links.length || followed.size < links.length) return undefined;
  const chains = items
    .filter((item) => !followed.has(item))
    .map((first) => {
      const chain: { item: Item; link: Link | undefined }[] = [];
      for (let item: Item | undefined = first; item !== undefined; ) {
        const link: Link | undefined = next.get(item);
        chain.push({ item, link });
        item = link?.to;
      }
      return chain;
    });
  const listed = chains.reduce((sum, chain) => sum + chain.length, 0);
  return listed === items.length ? chains : undefined;
}
