/* What a reader typed: words, quoted phrases, and the terms to look up. */

import { exactForm, fold, joined, number, pairKey, plain, rawTokens, syllableKey } from "./fold.js";

const MOST_WORDS = 24;
// What may be looked up at once: each term costs a file of every period.
const MOST_TERMS = 8;
const MOST_PAIRS = 7;
const RARE_PART = 50;

/* Returns the words of a query. «accented» tells that the reader types accents: a word of such a
   query that has none is meant so. «apart» tells that a sentence ends before a word. A phrase is the
   first and the last place of its words. */
export function parse(text) {
  const words = [];
  const phrases = [];
  // Phones make curly quotation marks of straight ones.
  const parts = text.normalize("NFC").split(/["“”„«»]/);
  parts.forEach((part, at) => {
    const first = words.length;
    let apart = false;
    for (const token of rawTokens(part)) {
      const word = plain(token);
      if (word && words.length < MOST_WORDS) {
        words.push({ ...wordOf(word), apart });
      }
      apart = !word;
    }
    // A mark without its partner quotes nothing.
    const closed = at < parts.length - 1;
    if (at % 2 && closed && words.length > first) {
      phrases.push([first, words.length - 1]);
    }
  });
  return { words, phrases, accented: words.some((word) => word.folded !== word.text) };
}

export function wordOf(text) {
  const folded = fold(text);
  const form = exactForm(text);
  return { text, folded, form, key: number(folded), exact: number(form) };
}

function syllable(words, at) {
  return { at, length: 1, key: syllableKey(words[at].key), exact: words[at].exact & 255 };
}

function pair(words, at) {
  const [left, right] = [words[at], words[at + 1]];
  const exact = joined(left.exact, right.exact) & 255;
  return { at, length: 2, key: pairKey(left.key, right.key), exact };
}

/* Chooses the terms to look up: those of phrases, the rarest pairs, the rarest syllables.
   «items» tells how many items have a word, 0 where that is not known. */
export function termsOf(query, total, items) {
  const { words, phrases } = query;
  const chosen = new Map();
  const take = (term) => chosen.set(term.key, chosen.get(term.key) || term);
  const counts = words.map((word) => items(word.folded));
  const byRarity = (score) => (a, b) => score(a) - score(b) || a - b;
  const ofPair = byRarity((at) => (counts[at] + 1) * (counts[at + 1] + 1));
  const places = words.map((_, at) => at);
  const pairs = places.slice(0, -1).filter((at) => !words[at + 1].apart);
  for (const [first, last] of phrases) {
    // Of a long phrase the rarest pairs; the page itself tells whether all of it is there.
    const inside = pairs.filter((at) => at >= first && at < last).sort(ofPair);
    for (const at of inside.slice(0, MOST_PAIRS)) {
      take({ ...pair(words, at), required: true });
    }
    if (first === last) {
      take({ ...syllable(words, first), required: true });
    }
  }
  for (const at of [...pairs].sort(ofPair).slice(0, MOST_PAIRS)) {
    if (chosen.size < MOST_TERMS) {
      take(pair(words, at));
    }
  }
  const single = [...places].sort(byRarity((at) => counts[at]));
  for (const at of single) {
    const telling = words.length <= 2 || counts[at] < total / RARE_PART;
    if (telling && chosen.size < MOST_TERMS) {
      take(syllable(words, at));
    }
  }
  return [...chosen.values()];
}
