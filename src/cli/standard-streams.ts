/** What stands for standard input among the inputs, and for standard output as the output. */
const standard = '-';

export function isStandardInput(operand: string): boolean {
  return operand === standard;
}

export function isStandardOutput(output: string): boolean {
  return output === standard;
}

/** All of a stream's bytes. */
export async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}
