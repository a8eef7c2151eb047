/* The language, as plugins/search/terms.py and plugins/vietnamese/folding.py have it: which
   spellings count as the same, and the numbers of terms. tests/browser/test_search.py compares. */

const TOKEN = /\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{N}]+|[.!?…]+(?=\s|$)|\n/gu;
const WORD = /^[\p{L}\p{N}]/u;
const DIGIT = /^\p{N}/u;
const MARKS = /[\u0300-\u036f]/g;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/g;
// Letters that grow when case is taken off: «ß» is «ss».
const GROWING = /[\u00b5\u00df\u0149\u017f\u01f0\u1e96-\u1e9b\u1e9e\ufb00-\ufb06]/g;

const encoder = new TextEncoder();
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value >>> 0;
});

function bare(letter) {
  if (letter === "đ") {
    return "d";
  }
  const base = letter.normalize("NFD")[0];
  return base <= "\u007f" ? base.toLowerCase() : letter;
}

/* Drops tones, hats and case: «Đảng ủy» is «dang uy». */
export function fold(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(GROWING, (letter) => letter.toUpperCase().toLowerCase())
    .replace(/ς/g, "σ")
    .normalize("NFC")
    .replace(LATIN, bare)
    .replace(MARKS, "");
}

/* Returns the syllables and numbers of a text in lower case; ends of sentences stand between. */
export function rawTokens(text) {
  return text.normalize("NFC").toLowerCase().match(TOKEN) || [];
}

/* Returns a token without the points of a number; "" for the end of a sentence. */
export function plain(token) {
  if (DIGIT.test(token)) {
    return token.replace(/[.,]/g, "");
  }
  return WORD.test(token) ? token : "";
}

/* Returns the words and numbers of a text, without ends of sentences. */
export function wordsOf(text) {
  return rawTokens(text).map(plain).filter(Boolean);
}

/* Returns where the words of a text stand: start, end and folded form of each. */
export function placesOf(text) {
  const found = [];
  const lowered = text.normalize("NFC");
  for (const match of lowered.matchAll(TOKEN)) {
    const word = plain(match[0].toLowerCase());
    if (word) {
      found.push({ start: match.index, end: match.index + match[0].length, folded: fold(word) });
    }
  }
  return found;
}

/* Writes a token so that both tone styles are one: its tones stand at its end. */
export function exactForm(token) {
  const parted = token.normalize("NFD");
  return parted.replace(TONES, "") + (parted.match(TONES) || []).join("");
}

/* Numbers a text by its CRC-32. */
export function number(text) {
  let value = 0xffffffff;
  for (const byte of encoder.encode(text)) {
    value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  }
  return (value ^ 0xffffffff) >>> 0 || 1;
}

/* Mixes two numbers into one; the order counts. */
export function joined(left, right) {
  const mixed = Math.imul(left, 0x9e3779b1) ^ (Math.imul(right, 0x85ebca77) + 1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/* The key of a syllable, and of a pair of two syllables' numbers. */
export const syllableKey = (folded) => (folded | 1) >>> 0;
export const pairKey = (left, right) => (joined(left, right) & ~1) >>> 0;

/* Tells whether two texts differ by one slip at most: a letter more, less, other, or two swapped. */
export function isNear(first, second) {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (long.length - short.length > 1) {
    return false;
  }
  let at = 0;
  while (at < short.length && short[at] === long[at]) {
    at += 1;
  }
  if (short.length < long.length) {
    return short.slice(at) === long.slice(at + 1);
  }
  if (short.slice(at + 1) === long.slice(at + 1)) {
    return true;
  }
  return (
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2)
  );
}
