/** The name of the part that a reference in the part `from` leads to: `OPS/a/b.xml` and `../c%20d.html#e` give `OPS/c d.html`. */
export function partPath(from: string, reference: string): string {
  const [path = ''] = reference.split(/[#?]/, 1);
  const base = path.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1);
  const steps: string[] = [];
  for (const step of `${base}${unescaped(path)}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
