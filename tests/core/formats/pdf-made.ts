import type { SourceFile } from '../../../src/core/formats/format.ts';

/** A line of text on a page: from the left and from the bottom, in points. */
export interface MadeLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
  /** Turned a quarter to the left. */
  readonly turned?: boolean;
}

/** A PDF with these lines on its pages, in the fonts that every reader has (ISO 32000-1, 9.6.2.2). */
export function madePdf(pages: readonly (readonly MadeLine[])[], info = ''): SourceFile {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
  ];
  pages.forEach((lines, i) => {
    const content = lines.map(drawn).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + 2 * i} 0 R /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { name: 'made.pdf', bytes: Uint8Array.from(text, (character) => character.charCodeAt(0) & 255) };
}

function drawn({ x, y, text, size = 10, bold = false, turned = false }: MadeLine): string {
  const matrix = turned ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
  return `BT /${bold ? 'B' : 'F'} ${size} Tf ${matrix} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
}

/** Lines of one column, a leading of 12 points apart from the top down. */
export function column(x: number, top: number, lines: readonly string[]): MadeLine[] {
  return lines.map((text, i) => ({ x, y: top - 12 * i, text }));
}
