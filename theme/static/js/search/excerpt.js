/* Excerpts: the part of a text that says most of what was asked, with those words marked. */

import { exactForm, plain, placesOf } from "./fold.js";

const LENGTH = 190;
const BEFORE = 30;
const APART = "p, li, td, th, caption, figcaption, dt, dd, h2, h3, h4, h5, h6, br";

/* Returns the places in a text that hold words of a query, best pairs of them first of all.
   Of a query with accents, words that have other accents are left out. */
function matches(text, query) {
  const wanted = new Map();
  for (const word of query.words) {
    wanted.set(word.folded, [...(wanted.get(word.folded) || []), word.form]);
  }
  return placesOf(text).map((place, at) => {
    const forms = wanted.get(place.folded);
    const written = plain(text.slice(place.start, place.end).toLowerCase());
    const fits = forms && (!query.accented || forms.includes(exactForm(written)));
    return { ...place, at, fits: Boolean(fits) };
  });
}

/* Of words that stand alone, those that half of all texts have say nothing: a syllable is marked
   where its neighbour in the query is beside it, or where the query has but one or two words. */
function marked(text, query) {
  const found = matches(text, query);
  const pairs = new Set();
  query.words.forEach((word, at) => {
    if (at) {
      pairs.add(`${query.words[at - 1].folded} ${word.folded}`);
    }
  });
  const beside = (place, other) => other && other.fits && place.fits;
  return found.filter((place, at) => {
    const [before, after] = [found[at - 1], found[at + 1]];
    const paired =
      (beside(place, before) && pairs.has(`${before.folded} ${place.folded}`)) ||
      (beside(place, after) && pairs.has(`${place.folded} ${after.folded}`));
    return place.fits && (paired || query.words.length <= 2);
  });
}

/* Cuts a text into pieces: {text, mark}. */
export function pieces(text, query) {
  const whole = text.normalize("NFC");
  const found = [];
  let at = 0;
  for (const place of marked(whole, query)) {
    const last = found[found.length - 1];
    if (last && last.mark && whole.slice(at, place.start) === " ") {
      last.text = `${last.text} ${whole.slice(place.start, place.end)}`;
    } else {
      if (place.start > at) {
        found.push({ text: whole.slice(at, place.start), mark: false });
      }
      found.push({ text: whole.slice(place.start, place.end), mark: true });
    }
    at = place.end;
  }
  if (at < whole.length) {
    found.push({ text: whole.slice(at), mark: false });
  }
  return found;
}

/* Tells how many different words of a query a text has marked. */
export function said(text, query) {
  return new Set(marked(text.normalize("NFC"), query).map((place) => place.folded)).size;
}

/* Tells whether a text has every quoted phrase. */
export function hasPhrases(text, query) {
  const places = placesOf(text.normalize("NFC"));
  const forms = places.map((place) =>
    query.accented ? exactForm(plain(text.normalize("NFC").slice(place.start, place.end).toLowerCase())) : place.folded,
  );
  const all = ` ${forms.join(" ")} `;
  return query.phrases.every(([first, last]) => {
    const words = query.words.slice(first, last + 1);
    return all.includes(` ${words.map((word) => (query.accented ? word.form : word.folded)).join(" ")} `);
  });
}

/* Returns the part of a text, cut at words, that has most of the words of a query. */
export function bestPart(text, query) {
  const whole = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (whole.length <= LENGTH) {
    return whole;
  }
  const places = marked(whole, query);
  let [from, most] = [0, -1];
  for (const [at, place] of places.entries()) {
    const words = new Set();
    for (let next = at; next < places.length; next += 1) {
      if (places[next].end > place.start + LENGTH - BEFORE) {
        break;
      }
      words.add(places[next].folded);
    }
    if (words.size > most) {
      [from, most] = [place.start, words.size];
    }
  }
  let start = from <= BEFORE ? 0 : whole.indexOf(" ", from - BEFORE) + 1;
  start = start > from ? from : start;
  let end = whole.lastIndexOf(" ", start + LENGTH);
  end = whole.length - start <= LENGTH || end <= start ? Math.min(whole.length, start + LENGTH) : end;
  return `${start ? "… " : ""}${whole.slice(start, end)}${end < whole.length ? " …" : ""}`;
}

/* Fetches the text of a page of this site; "" when it cannot be had. */
export async function textOf(url) {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) {
    return "";
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const text = page.querySelector(".prose") || page.querySelector("main");
  if (!text) {
    return "";
  }
  text.querySelectorAll(".visually-hidden").forEach((hidden) => hidden.remove());
  // On the page these stand apart; in its bare text their words would run together.
  text.querySelectorAll(APART).forEach((block) => block.append(" "));
  return text.textContent.replace(/\s+/g, " ").trim();
}
