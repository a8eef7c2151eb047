/* The files of the index below /tim-kiem/: which there are, and what stands in them. The format is
   described in plugins/search/postings.py and docs/search.md. */

import { syllableKey, fold, number } from "./fold.js";

const LIST = "muc-luc.json";
const MANY = 3;

async function answerOf(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer;
}

/* Returns the forms under a key in a file of postings; none when it is not there. */
export function formsIn(bytes, wanted) {
  let at = 0;
  function next() {
    let value = 0;
    let unit = 1;
    let byte = bytes[at];
    while (byte > 127) {
      value += (byte - 128) * unit;
      unit *= 128;
      at += 1;
      byte = bytes[at];
    }
    at += 1;
    return value + byte * unit;
  }
  let key = 0;
  while (at < bytes.length) {
    key += next();
    if (key > wanted) {
      break;
    }
    const forms = [];
    for (let left = next(); left > 0; left -= 1) {
      forms.push(formAt(next));
    }
    if (key === wanted) {
      return forms;
    }
  }
  return [];
}

function formAt(next) {
  const exact = next();
  const size = next();
  const bodies = [];
  let place = 0;
  for (let left = size >> 1; left > 0; left -= 1) {
    place += next();
    bodies.push(place);
  }
  const heads = [];
  let many = false;
  if (size & 1) {
    place = 0;
    for (let left = next(); left > 0; left -= 1) {
      const value = next();
      place += Math.floor(value / 4);
      if (value % 4 === MANY) {
        many = true;
      } else {
        heads.push({ place, field: value % 4 });
      }
    }
  }
  return { exact, bodies, heads, many };
}

class Period {
  constructor(folder, entry, list, first) {
    this.folder = `${folder}${entry.id}/`;
    this.entry = entry;
    this.list = list;
    this.first = first;
    this.files = new Map();
  }

  tag(tags, place) {
    return tags.substr(place * this.list.tag, this.list.tag);
  }

  file(name, read) {
    if (!this.files.has(name)) {
      const reading = answerOf(this.folder + name).then(read);
      // What failed once (no network) may be there the next time.
      reading.catch(() => this.files.delete(name));
      this.files.set(name, reading);
    }
    return this.files.get(name);
  }

  async forms(key) {
    const bits = this.entry.bits;
    const shard = bits ? key >>> (32 - bits) : 0;
    const name = `${shard.toString(16).padStart(3, "0")}.${this.tag(this.entry.shards, shard)}.bin`;
    const bytes = await this.file(name, async (answer) => new Uint8Array(await answer.arrayBuffer()));
    return formsIn(bytes, key);
  }

  async row(place) {
    const chunk = Math.floor(place / this.list.rows);
    const name = `bai-${chunk}.${this.tag(this.entry.rows, chunk)}.json`;
    const rows = await this.file(name, (answer) => answer.json());
    const [url, title, date, kind, unit, excerpt, mark = ""] = rows[place % this.list.rows];
    return { url, title, date, kind, unit, excerpt, mark };
  }

  filterRows(year) {
    return this.file(`loc-${year[0]}.${year[3]}.json`, (answer) => answer.json());
  }

  words() {
    return this.file(`tu.${this.entry.words}.txt`, async (answer) => wordsIn(await answer.text()));
  }
}

/* Returns the words of a lexicon by their folded forms: the usual form, and how many have it. */
export function wordsIn(text) {
  const words = new Map();
  for (const line of text ? text.split("\n") : []) {
    const written = line.slice(0, -2);
    words.set(fold(written), { written, items: 2 ** (line.charCodeAt(line.length - 1) - 97) });
  }
  return words;
}

export class Index {
  constructor(folder, list, names, words) {
    this.list = list;
    this.names = names;
    this.words = words;
    this.items = 0;
    this.periods = list.periods.map((entry) => {
      const period = new Period(folder, entry, list, this.items);
      this.items += entry.items;
      return period;
    });
  }

  /* Fetches what every search needs: the list of files, the names, the words of most items. */
  static async open(folder) {
    const list = await (await answerOf(folder + LIST)).json();
    const index = new Index(folder, list, null, new Map());
    const largest = [...index.periods].sort((a, b) => b.entry.items - a.entry.items)[0];
    [index.names, index.words] = await Promise.all([
      answerOf(list.names).then((answer) => answer.json()),
      largest ? largest.words().then((words) => new Map(words)) : new Map(),
    ]);
    return index;
  }

  /* Returns the forms of a term in all periods; places count from the first item of all. */
  async forms(key) {
    const found = await Promise.all(this.periods.map((period) => period.forms(key)));
    return found.flatMap((forms, number) => {
      const first = this.periods[number].first;
      return forms.map((form) => ({ ...form, first }));
    });
  }

  /* Fetches the words of all periods: what is new stands in the latest alone. */
  async allWords() {
    const found = await Promise.all(this.periods.map((period) => period.words()));
    for (const words of found) {
      for (const [folded, word] of words) {
        if (!this.words.has(folded)) {
          this.words.set(folded, word);
        }
      }
    }
  }

  /* Returns the forms of a word. */
  has(folded) {
    return this.forms(syllableKey(number(folded)));
  }

  periodOf(place) {
    let found = this.periods[0];
    for (const period of this.periods) {
      if (period.first <= place) {
        found = period;
      }
    }
    return found;
  }

  row(place) {
    const period = this.periodOf(place);
    return period.row(place - period.first);
  }

  /* Returns the years of all items, the oldest first: the year (0: no date) and its first place. */
  years() {
    return this.periods.flatMap((period) =>
      period.entry.years.map((year) => ({
        year: year[0],
        first: period.first + year[1],
        count: year[2],
        rows: () => period.filterRows(year),
      })),
    );
  }
}
