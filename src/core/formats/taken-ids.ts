import type { Identifier } from '../model/identifier.ts';

const firstSlots = 2 ** 12;
/** Arrays of more are not to be had everywhere. */
const mostSlots = 2 ** 28;

/**
 * The ids that the spans, or the relations, of a dataset have, while it is read. Each is remembered by 64 bits made of it, which takes a quarter of the time and a
 * tenth of the room that a set of strings takes. That two different ids have the same bits happens to one dataset of twelve million spans in a quarter of a million;
 * the second of them then counts as taken, and gets another.
 */
export class TakenIds {
  readonly #mostSlots: number;
  #high = new Uint32Array(firstSlots);
  #low = new Uint32Array(firstSlots);
  #count = 0;

  /**
   * @param slots a power of two, at least 4,096: no more than three quarters as many ids are remembered, in 8 bytes a slot. What comes after these counts as
   * free unless it is one of them.
   */
  constructor(slots: number = mostSlots) {
    this.#mostSlots = slots;
  }

  /** Takes an id; false when it was taken before. */
  take(id: Identifier): boolean {
    const { high, low } = bitsOf(id);
    const slot = this.#slotOf(high, low);
    if (this.#high[slot] !== 0) return false;
    if (this.#isFull()) return true;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#count += 1;
    if (this.#isFull() && this.#high.length < this.#mostSlots) this.#grow();
    return true;
  }

  /** False when the id surely was not taken. */
  has(id: Identifier): boolean {
    const { high, low } = bitsOf(id);
    return this.#isFull() || this.#high[this.#slotOf(high, low)] !== 0;
  }

  #isFull(): boolean {
    return this.#count >= this.#high.length * 0.75;
  }

  /** Where these bits stand, or the empty slot in which they would. */
  #slotOf(high: number, low: number): number {
    const last = this.#high.length - 1;
    let slot = low & last;
    while (this.#high[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(low.length * 2);
    for (let i = 0; i < high.length; i++) {
      const [own, other] = [high[i] ?? 0, low[i] ?? 0];
      if (own === 0) continue;
      const slot = this.#slotOf(own, other);
      this.#high[slot] = own;
      this.#low[slot] = other;
    }
  }
}

/** Two sums of the id’s UTF-16 units (the step of FNV-1a with two factors, then the last mixing of MurmurHash3); `high` is never zero. */
function bitsOf(id: Identifier): { readonly high: number; readonly low: number } {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995) + (high >>> 7);
  }
  return { high: (mixed(high ^ id.length) | 1) >>> 0, low: mixed(low) >>> 0 };
}

function mixed(bits: number): number {
  let value = bits ^ (bits >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}
