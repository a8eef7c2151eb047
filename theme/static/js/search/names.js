/* Units and people by their names, typed carelessly: without accents, as an abbreviation, by a
   former name, with one slip. */

import { exactForm, fold, isNear, wordsOf } from "./fold.js";

// What names have in common: their words tell nothing apart, and readers leave them out.
const DIVISIONS = new Set(["tinh", "huyen", "quan", "xa", "phuong", "thi", "tran", "thanh", "pho"]);
const LEAST_COVERED = 0.55;
const CLOSE = 0.9;
const MOST = 3;
const MOST_VARIANTS = 12;
const SLIP = 0.9;
const SHORTEST_SLIP = 3;

function initialsOf(words) {
  return words.map((word) => word[0]).join("");
}

/* Writes the short forms in a row of words out; one that means several things in every way. */
function writtenOut(words, short) {
  let variants = [[]];
  for (const word of words) {
    const full = [[word], ...(short.get(word) || [])];
    variants = variants.flatMap((variant) => full.map((words) => [...variant, ...words]));
    variants = variants.slice(0, MOST_VARIANTS);
  }
  return variants;
}

export class Names {
  constructor(dictionary) {
    this.short = new Map();
    for (const [short, full] of dictionary.short) {
      this.short.set(short, [...(this.short.get(short) || []), full.split(" ")]);
    }
    this.units = new Map();
    this.people = new Map();
    this.names = [];
    for (const row of dictionary.units) {
      const [id, name, others, kind, above, province, phone, address, until, successor] = row;
      const url = `/don-vi/${id}/`;
      const unit = { type: "unit", id, url, name, kind, above, province, phone, address, until };
      this.units.set(id, { ...unit, successor });
      this.add(this.units.get(id), [name, ...others]);
    }
    for (const [id, name, others, posts, phone] of dictionary.people) {
      const person = { type: "person", id, url: `/tac-gia/${id}/`, name, posts, phone };
      this.people.set(id, person);
      this.add(person, [name, ...others]);
    }
    this.weigh();
  }

  add(entry, names) {
    for (const name of names) {
      const words = wordsOf(name);
      const folded = words.map(fold);
      // The last way of writing out has all that can be written out.
      const full = writtenOut(folded, this.short).pop();
      const bare = full.filter((word) => !DIVISIONS.has(word));
      this.names.push({
        entry,
        name,
        words: full,
        forms: new Set(words.map(exactForm)),
        joined: [...new Set([full.join(""), folded.join("")])],
        initials: new Set([initialsOf(full), initialsOf(bare), folded.join("")]),
      });
    }
  }

  weigh() {
    const counts = new Map();
    for (const name of this.names) {
      for (const word of new Set(name.words)) {
        counts.set(word, (counts.get(word) || 0) + 1);
      }
    }
    const total = this.names.length;
    this.weight = (word) => {
      const rarity = Math.log(1 + total / ((counts.get(word) || 0) + 0.5));
      return DIVISIONS.has(word) ? rarity / 4 : rarity;
    };
    this.known = counts;
  }

  /* Tells whether a word stands in some name or shortens one. */
  has(folded) {
    return this.known.has(folded) || this.short.has(folded);
  }

  /* Returns the entries that a query names, the best first. */
  find(query) {
    const folded = query.words.map((word) => word.folded);
    if (!folded.length) {
      return [];
    }
    const variants = writtenOut(folded, this.short);
    const best = new Map();
    for (const name of this.names) {
      const score = Math.max(...variants.map((words) => this.fit(words, name)), this.asOne(folded, name));
      if (score > 0) {
        const exact = query.accented ? this.exactness(query, name) : 1;
        const known = best.get(name.entry);
        if (!known || known.score < score * exact) {
          best.set(name.entry, { entry: name.entry, name: name.name, score: score * exact });
        }
      }
    }
    const found = [...best.values()].sort((a, b) => b.score - a.score);
    return found.filter((hit) => hit.score >= found[0].score * CLOSE).slice(0, MOST);
  }

  /* Compares a query without its blanks: initials («bvptw»), a blank too many or too few. */
  asOne(folded, name) {
    const one = folded.join("");
    if (folded.length === 1 && one.length >= SHORTEST_SLIP && name.initials.has(one)) {
      return 1;
    }
    if (name.joined.includes(one)) {
      return 1;
    }
    const near = one.length > 2 * SHORTEST_SLIP && name.joined.some((other) => isNear(one, other));
    return near ? SLIP : 0;
  }

  /* Returns how much of a name the words of a query say, 0 when one of them is not in it. */
  fit(words, name) {
    const left = [...name.words];
    let said = 0;
    let slips = 0;
    let inPlace = 0;
    for (const [at, word] of words.entries()) {
      let place = left[at] === word ? at : left.indexOf(word);
      if (place < 0 && !slips) {
        place = left.findIndex((other) => other && this.nearly(word, other));
        slips += place >= 0 ? 1 : 0;
      }
      if (place >= 0) {
        said += this.weight(left[place]);
        inPlace += place === at ? 1 : 0;
        left[place] = "";
      } else if (!DIVISIONS.has(word)) {
        return 0;
      }
    }
    const whole = name.words.reduce((sum, word) => sum + this.weight(word), 0);
    const part = said / whole;
    if (part < LEAST_COVERED) {
      return 0;
    }
    return part * (slips ? SLIP : 1) * (1 + inPlace / (100 * words.length));
  }

  nearly(word, other) {
    const letters = /^\p{L}+$/u;
    const long = Math.min(word.length, other.length) >= SHORTEST_SLIP - 1;
    return long && letters.test(word) && letters.test(other) && isNear(word, other);
  }

  /* Lowers names that have other accents than the query: «Hùng» is not «Hưng». */
  exactness(query, name) {
    const same = query.words.filter((word) => name.forms.has(word.form)).length;
    return 0.8 + (0.2 * same) / query.words.length;
  }
}
