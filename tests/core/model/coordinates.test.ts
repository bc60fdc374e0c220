import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinateWords, parseCoordinates } from '../../../src/core/model/coordinates.ts';

describe('coordinates', () => {
  it.each([
    ['59.9, 10.7', 59.9, 10.7],
    ['59.9,10.7', 59.9, 10.7],
    ['59.9 10.7', 59.9, 10.7],
    ['59,9; 10,7', 59.9, 10.7],
    ['59,9, 10,7', 59.9, 10.7],
    ['59,10', 59, 10],
    ['-33.86, 151.2', -33.86, 151.2],
    ['−33.86, −70.5', -33.86, -70.5],
    ['geo:59.9,10.7', 59.9, 10.7],
    ['59°54′36″N 10°42′E', 59.91, 10.7],
    ['59° 54\' 36" N, 10° 42\' 0" E', 59.91, 10.7],
    ['59 54 36 N, 10 42 0 E', 59.91, 10.7],
    ['33°51.6′S, 151°12′E', -33.86, 151.2],
    ['10.7E 59.9N', 59.9, 10.7],
    ['N 59.9 W 10.7', 59.9, -10.7],
    ['0, 0', 0, 0],
    ['90, -180', 90, -180],
  ])('reads %s', (text, latitude, longitude) => {
    expect(parseCoordinates(text)).toEqual({ ok: true, value: { latitude, longitude } });
  });

  it.each(['', '59.9', 'Oslo', '91, 0', '0, 181', '59°61′N 10°E', '59N 10N', '1, 2, 3', 'N59N 10E'])(
    'does not take %s for a point',
    (text) => {
      expect(parseCoordinates(text).ok).toBe(false);
    },
  );

  it('reads what it writes', () => {
    const degrees = (most: number) => fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((n) => n / 1e4);
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        const point = { latitude: latitude + 0, longitude: longitude + 0 };
        expect(parseCoordinates(coordinateWords(point))).toEqual({ ok: true, value: point });
      }),
    );
  });
});
