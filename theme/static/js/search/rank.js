/* From the postings of terms to a ranked list of items. */

import { exactForm, fold, wordsOf } from "./fold.js";

const WEIGHT = [1, 3, 9]; // body, summary, title
const OTHER_ACCENTS = 0.3;
const SYLLABLE = 0.5;
const ENOUGH = 0.51;

/* Returns how often a term stands in bodies and heads; many, where that was not counted. */
export function countOf(forms, total) {
  let count = 0;
  for (const form of forms) {
    count += form.many ? Math.ceil(total / 12) : form.bodies.length;
    count += form.heads.length;
  }
  return count;
}

/* Scores all items. «found» holds terms with their forms; «accented» that the query has accents. */
export function rank(found, total, accented) {
  const scores = new Float32Array(total);
  const covered = new Float32Array(total);
  const seen = new Int16Array(total).fill(-1);
  const required = new Uint8Array(total);
  let needed = 0;
  let whole = 0;
  found.forEach(({ term, forms }, number) => {
    const fits = (form) => (!accented || form.exact === term.exact ? 1 : OTHER_ACCENTS);
    const rarityOf = (some) => {
      const count = countOf(some, total);
      return count ? Math.log(1 + total / (count + 1)) * (term.length === 1 ? SYLLABLE : 1) : 0;
    };
    // «luông» is rare, though «luong» is not.
    const rarities = new Map([
      [OTHER_ACCENTS, rarityOf(forms)],
      [1, rarityOf(forms.filter((form) => fits(form) === 1))],
    ]);
    whole += rarities.get(1) || rarities.get(OTHER_ACCENTS) * OTHER_ACCENTS;
    const many = forms.some((form) => form.many);
    const must = term.required && !many;
    needed += must ? 1 : 0;
    function add(place, weight, fit) {
      if (seen[place] !== number) {
        seen[place] = number;
        scores[place] += rarities.get(fit) * weight * fit;
        covered[place] += rarities.get(fit) * fit;
        required[place] += must && fit === 1 ? 1 : 0;
      }
    }
    // The best comes first: of an item that has a term several times, one counts.
    for (const fit of [1, OTHER_ACCENTS]) {
      const fitting = forms.filter((form) => fits(form) === fit);
      for (const field of [2, 1]) {
        for (const form of fitting) {
          for (const head of form.heads) {
            if (head.field === field) {
              add(form.first + head.place, WEIGHT[field], fit);
            }
          }
        }
      }
      for (const form of fitting) {
        for (const place of form.bodies) {
          add(form.first + place, WEIGHT[0], fit);
        }
      }
    }
  });
  return listed({ scores, covered, required, needed, whole, total });
}

function listed({ scores, covered, required, needed, whole, total }) {
  let best = 0;
  for (let place = 0; place < total; place += 1) {
    if (required[place] >= needed && covered[place] > best) {
      best = covered[place];
    }
  }
  const hits = [];
  for (let place = 0; best && place < total; place += 1) {
    if (covered[place] >= best * ENOUGH && required[place] >= needed) {
      const part = covered[place] / whole;
      hits.push({ place, score: scores[place] * part ** 3, part });
    }
  }
  // Of equals the newest first: places follow the dates.
  return hits.sort((a, b) => b.score - a.score || b.place - a.place);
}

/* Tells how well a title answers a query, from 0 to 3: 3 when it is the query, and nothing else. */
export function titleFit(title, query) {
  const words = wordsOf(title);
  const folded = words.map(fold);
  const wanted = query.words;
  const foldedQuery = wanted.map((word) => word.folded).join(" ");
  const inTitle = new Set(query.accented ? words.map(exactForm) : folded);
  const has = (word) => inTitle.has(query.accented ? word.form : word.folded);
  const part = wanted.filter(has).length / (wanted.length || 1);
  if (folded.join(" ") === foldedQuery) {
    return 2 + part;
  }
  return part + (` ${folded.join(" ")} `.includes(` ${foldedQuery} `) ? 0.5 : 0);
}
