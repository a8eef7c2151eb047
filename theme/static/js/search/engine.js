/* One search from end to end, without the page: words, terms, postings, ranking. */

import { number, pairKey } from "./fold.js";
import { Names } from "./names.js";
import { parse, termsOf, wordOf } from "./query.js";
import { countOf, rank, titleFit } from "./rank.js";
import { meantBy } from "./spelling.js";

const RERANKED = 8;
const MOST_TRIED = 3;

export class Engine {
  constructor(index) {
    this.index = index;
    this.names = new Names(index.names);
  }

  items(folded) {
    const word = this.index.words.get(folded);
    return word ? word.items : 0;
  }

  /* Searches for a text.
     Returns the query that was answered, units and people that it names, items («hits»: place and
     score, the best first), and the words that no item has («unknown»: word, and what was taken for it, or ""). */
  async search(text) {
    let query = parse(text);
    const named = this.names.find(query);
    const unknown = await this.unknown(query);
    const mended = this.mend(query, unknown);
    if (mended) {
      query = mended;
    }
    const people = named.length || !mended ? named : this.names.find(query);
    const hits = await this.hits(query);
    return { query, named: people, hits, unknown, mended: Boolean(mended) };
  }

  async hits(query) {
    const total = this.index.items;
    const terms = termsOf(query, total, (folded) => this.items(folded));
    const found = await Promise.all(
      terms.map(async (term) => ({ term, forms: await this.index.forms(term.key) })),
    );
    return this.reranked(rank(found, total, query.accented), query);
  }

  /* Returns the words of a query that no item has, each with what was probably meant. */
  async unknown(query) {
    const found = [];
    for (const [at, word] of query.words.entries()) {
      if (!this.items(word.folded)) {
        const forms = await this.index.has(word.folded);
        if (!countOf(forms, this.index.items)) {
          await this.index.allWords();
          found.push({ at, word: word.text, meant: await this.meant(query, at) });
        }
      }
    }
    return found;
  }

  /* Chooses among what a word can mean by its neighbours: which pair stands in most items. */
  async meant(query, at) {
    const { words } = query;
    const choices = meantBy(words[at].folded, this.index.words, this.names);
    const before = at > 0 ? words[at - 1] : null;
    const after = at + 1 < words.length ? words[at + 1] : null;
    let best = choices[0] || [];
    let most = 0;
    for (const parts of choices.slice(0, MOST_TRIED)) {
      const keys = parts.map((part) => number(part));
      const pairs = [];
      if (before) {
        pairs.push(pairKey(before.key, keys[0]));
      }
      if (after) {
        pairs.push(pairKey(keys[keys.length - 1], after.key));
      }
      let count = 0;
      for (const key of pairs) {
        count += countOf(await this.index.forms(key), this.index.items);
      }
      if (count > most) {
        [best, most] = [parts, count];
      }
    }
    return best.map((part) => this.written(part, query)).join(" ");
  }

  /* Writes a word as the reader writes: with accents or without. */
  written(folded, query) {
    const word = this.index.words.get(folded);
    return query.accented && word ? word.written : folded;
  }

  /* Returns the query with what was meant in place of unknown words; null when nothing is known. */
  mend(query, unknown) {
    const meant = new Map(unknown.filter((one) => one.meant).map((one) => [one.at, one.meant]));
    if (!meant.size) {
      return null;
    }
    const places = new Map();
    const words = [];
    query.words.forEach((word, at) => {
      places.set(at, words.length);
      const parts = meant.has(at) ? meant.get(at).split(" ").map(wordOf) : [word];
      words.push(...parts);
    });
    const phrases = query.phrases.map((phrase) => phrase.map((at) => places.get(at)));
    return { ...query, words, phrases };
  }

  /* Orders the first hits by how well their whole titles answer; an exact title wins. */
  async reranked(hits, query) {
    const first = await Promise.all(
      hits.slice(0, RERANKED).map(async (hit) => {
        const row = await this.index.row(hit.place);
        return { ...hit, score: hit.score * (1 + titleFit(row.title, query)) };
      }),
    );
    first.sort((a, b) => b.score - a.score || b.place - a.place);
    return [...first, ...hits.slice(RERANKED)];
  }
}
