/** Numbers that look random and are the same for the same seed, in every engine. */
export interface RandomSource {
  /** A number in `[0, 1)`. */
  next(): number;
  /** An integer in `[least, most]`. */
  integer(least: number, most: number): number;
  /** One of `items`, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
}

const increment = 0x9e3779b97f4a7c15n;

/** SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014); its upper 53 bits make the fraction. */
export function randomSource(seed: number): RandomSource {
  let state = BigInt(seed);
  const next = () => {
    state = BigInt.asUintN(64, state + increment);
    let mixed = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return Number((mixed ^ (mixed >> 31n)) >> 11n) / 2 ** 53;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
  };
}
