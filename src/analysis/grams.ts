/** The pieces of a word of so many letters, in their order; its beginning and its end count as letters. */
export function gramsOf(word: string, length: number): string[] {
  const marked = `^${word}$`;
  const grams: string[] = [];
  for (let at = 0; at + length <= marked.length; at += 1) grams.push(marked.slice(at, at + length));
  return grams;
}
