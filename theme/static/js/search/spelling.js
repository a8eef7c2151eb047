/* Words that no item has: the word that was probably meant. */

import { isNear } from "./fold.js";

const SHORTEST = 3;
const SHORTEST_PART = 2;
const COMMON = 8;

/* Raw Telex: «benhj vieejn» typed where the keyboard was not switched to Vietnamese. */
function withoutTelex(folded) {
  const letters = folded
    .replace(/dd/g, "d")
    .replace(/([aeo])\1/g, "$1")
    .replace(/([aou])w/g, "$1")
    .replace(/[sfrxj]$/, "");
  return letters.replace(/([aeiouy])[sfrxj](?=[a-z]{1,2}$)/, "$1");
}

/* Returns what a word can have been meant to be, as folded words, the likeliest first.
   «words» is the lexicon, «names» tells which words stand in names. */
export function meantBy(folded, words, names) {
  if (folded.length < SHORTEST || /\d/.test(folded)) {
    return [];
  }
  const found = [];
  const telex = withoutTelex(folded);
  if (telex !== folded && words.has(telex)) {
    found.push({ parts: [telex], items: words.get(telex).items * 8 });
  }
  for (const [word, { items }] of words) {
    if (word !== telex && word.length > 1 && isNear(folded, word)) {
      // The first letter is seldom the wrong one, and a letter too many seldom another word.
      found.push({ parts: [word], items: items * (word[0] === folded[0] ? 4 : 1) });
    }
  }
  for (let at = SHORTEST_PART; at <= folded.length - SHORTEST_PART; at += 1) {
    const parts = [folded.slice(0, at), folded.slice(at)];
    if (parts.every((part) => words.has(part) && words.get(part).items >= COMMON)) {
      found.push({ parts, items: Math.min(...parts.map((part) => words.get(part).items)) });
    }
  }
  for (const word of names.known.keys()) {
    if (!words.has(word) && isNear(folded, word)) {
      found.push({ parts: [word], items: 1 });
    }
  }
  return found.sort((a, b) => b.items - a.items).map((one) => one.parts);
}
