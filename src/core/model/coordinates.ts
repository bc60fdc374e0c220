import { failure, type Result, success } from './result.ts';

/** A point on the globe: degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Decimals kept, which is about ten centimetres on the ground. */
const decimals = 6;

const number = String.raw`[+\-−]?\d+(?:[.,]\d+)?`;
const angle = new RegExp(
  String.raw`^(?<before>[NSEW])?\s*(?<degrees>${number})\s*(?:[°º]\s*|\s+|$|(?=[NSEW]))(?:(?<minutes>\d+(?:[.,]\d+)?)\s*(?:['′’]\s*|\s+|$|(?=[NSEW])))?(?:(?<seconds>\d+(?:[.,]\d+)?)\s*(?:["″”]|''|′′)?\s*)?(?<after>[NSEW])?$`,
  'iu',
);

interface Angle {
  readonly degrees: number;
  readonly axis: 'latitude' | 'longitude' | null;
}

/**
 * The point that somebody wrote: decimal degrees (`59.9, 10.7`; `59,9; 10,7`; `geo:59.9,10.7`) or degrees, minutes and seconds
 * (`59°54′36″N 10°42′E`). Latitude comes first unless letters say otherwise.
 * @returns a failure, as a sentence, when there are not two angles or one is out of range
 */
export function parseCoordinates(text: string): Result<Coordinates, string> {
  const parts = splitPair(text.replace(/^\s*geo:/i, '').trim());
  const [first, second] = parts?.map(parseAngle) ?? [];
  if (first === undefined || second === undefined) {
    return failure('Write latitude and longitude, like 59.9, 10.7 or 59°54′N 10°42′E.');
  }
  if (first.axis !== null && first.axis === second.axis) {
    return failure(`Both numbers are a ${first.axis}.`);
  }
  const isTurned = first.axis === 'longitude' || second.axis === 'latitude';
  const [north, east] = isTurned ? [second, first] : [first, second];
  if (Math.abs(north.degrees) > 90) return failure('Latitude lies between −90 and 90.');
  if (Math.abs(east.degrees) > 180) return failure('Longitude lies between −180 and 180.');
  return success({ latitude: north.degrees, longitude: east.degrees });
}

/** As `parseCoordinates` reads it: `59.9, 10.7`. */
export function coordinateWords({ latitude, longitude }: Coordinates): string {
  return `${latitude}, ${longitude}`;
}

function splitPair(text: string): [string, string] | undefined {
  const patterns = [
    /^([^;]+);([^;]+)$/,
    // A comma before a space, or the only one between points, parts; between digits it may be a decimal comma.
    /^(.+?),\s+(.+)$/,
    /^([^,]*\.[^,]*|[^,]*[NSEW°′″"'][^,]*),([^,]+)$/i,
    /^([+\-−]?\d+),([+\-−]?\d+)$/,
    /^(.+?[NSEW])[\s,]+([^NSEW]+[NSEW])$/i,
    /^([NSEW][^NSEW]+?)[\s,]+([NSEW][^NSEW]+)$/i,
    /^(\S+)\s+(\S+)$/,
  ];
  for (const pattern of patterns) {
    const [, a, b] = pattern.exec(text) ?? [];
    if (a === undefined || b === undefined) continue;
    if (parseAngle(a) !== undefined && parseAngle(b) !== undefined) return [a, b];
  }
  return undefined;
}

function parseAngle(text: string): Angle | undefined {
  const { before, after, degrees, minutes, seconds } = angle.exec(text.trim())?.groups ?? {};
  if (degrees === undefined || (before !== undefined && after !== undefined)) return undefined;
  const letter = (before ?? after)?.toUpperCase();
  const [m, s] = [numberOf(minutes), numberOf(seconds)];
  if (m >= 60 || s >= 60) return undefined;
  const whole = numberOf(degrees);
  const size = Math.abs(whole) + m / 60 + s / 3600;
  const isNegative = /^[-−]/.test(degrees) !== (letter === 'S' || letter === 'W');
  return {
    degrees: Number((isNegative ? -size : size).toFixed(decimals)) + 0,
    axis: letter === undefined ? null : letter === 'N' || letter === 'S' ? 'latitude' : 'longitude',
  };
}

function numberOf(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits.replace('−', '-').replace(',', '.'));
}
