// How hard a text is to read: Björnsson's LIX, which needs no word list and works across European languages: words per sentence plus
// the share of words of more than six letters. Under 30 very easy, 40 like a story, 50 like a newspaper's facts, 60 like a law.

/** {lix, words, sentences, long}; null for languages whose words are not set apart by blanks. */
export function readability(text, language) {
  if (/^(zh|ja|th|ko|lo|km|my)\b/.test(language)) return null;
  const words = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  if (!words.length) return null;
  const sentences = Math.max(1, [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].filter(({ segment }) => /\p{L}/u.test(segment)).length);
  const long = words.filter((word) => [...word].length > 6).length;
  return { lix: Math.round(words.length / sentences + (100 * long) / words.length), words: words.length, sentences, long };
}

export const inWords = (lix) => (lix < 30 ? "very easy" : lix < 40 ? "easy" : lix < 50 ? "middling" : lix < 60 ? "hard" : "very hard");
