import { describe, expect, it } from 'vitest';
import { Closing, closingQuestion, longestClosing } from '../../../src/main/window/closing.ts';

function closing(answer: boolean) {
  const seen = { announced: 0, asked: [] as (number | null)[], closed: 0, waits: [] as number[] };
  let expire: () => void = () => undefined;
  const subject = new Closing({
    announce: () => {
      seen.announced += 1;
    },
    confirm: async (unsaved) => {
      seen.asked.push(unsaved);
      return answer;
    },
    close: () => {
      seen.closed += 1;
    },
    after: (milliseconds, callback) => {
      seen.waits.push(milliseconds);
      expire = callback;
      return () => {
        expire = () => undefined;
      };
    },
  });
  return { subject, seen, expire: () => expire() };
}

describe('closing', () => {
  it('waits for the answer and closes when nothing is unsaved', async () => {
    const { subject, seen } = closing(false);
    const done = subject.request();
    expect(seen).toMatchObject({ announced: 1, closed: 0, waits: [longestClosing] });
    subject.ready(0);
    await done;
    expect(seen).toMatchObject({ asked: [], closed: 1 });
  });

  it('asks when something is unsaved, and stays or closes as answered', async () => {
    for (const answer of [false, true]) {
      const { subject, seen } = closing(answer);
      const done = subject.request();
      subject.ready(3);
      await done;
      expect(seen).toMatchObject({ asked: [3], closed: answer ? 1 : 0 });
    }
  });

  it('asks when no answer comes', async () => {
    const { subject, seen, expire } = closing(true);
    const done = subject.request();
    expire();
    await done;
    expect(seen).toMatchObject({ asked: [null], closed: 1 });
  });

  it('asks once, however often it is wanted, and again after staying', async () => {
    const { subject, seen } = closing(false);
    const done = subject.request();
    await subject.request();
    subject.ready(1);
    await done;
    expect(seen.announced).toBe(1);
    const again = subject.request();
    subject.ready(0);
    await again;
    expect(seen).toMatchObject({ announced: 2, closed: 1 });
  });

  it('does not wait for a page that is gone', async () => {
    const { subject, seen } = closing(false);
    const done = subject.request();
    subject.rendererGone();
    await done;
    expect(seen.closed).toBe(1);
  });

  it('counts in the question', () => {
    expect(closingQuestion(1).message).toBe('One change is not saved.');
    expect(closingQuestion(12).message).toBe('12 changes are not saved.');
    expect(closingQuestion(null).message).toContain('does not know');
  });
});
