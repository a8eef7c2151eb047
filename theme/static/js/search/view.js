/* What the search page shows. Texts of the index are put in as text, never as markup. */

import { bestPart, hasPhrases, pieces, said, textOf } from "./excerpt.js";

// Static pages have no date; nor have units and people, whose pages are lists rather than texts.
const PAGE = "trang";

const numbers = new Intl.NumberFormat("vi-VN");

export function counted(count) {
  return numbers.format(count);
}

export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content);
  return made;
}

function highlighted(text, query) {
  return pieces(text, query).map((piece) =>
    piece.mark ? element("mark", "search-result__mark", piece.text) : piece.text,
  );
}

function link(url, className, ...content) {
  const made = element("a", className, ...content);
  made.href = url;
  return made;
}

function dateOf(iso) {
  const [year, month, day] = iso.split("-");
  const made = element("time", "", `${day}/${month}/${year}`);
  made.dateTime = iso;
  return made;
}

/* A result: title, kind, date, unit, excerpt. */
export function resultItem(row, query, index, names) {
  const title = element("h3", "search-result__title");
  title.append(link(row.url, "", ...highlighted(row.title, query)));
  const facts = element("p", "search-result__facts");
  const unit = names.units.get(row.unit);
  const kind = element("span", "search-result__kind", index.list.kinds[row.kind] || "");
  const parts = [kind, row.date && dateOf(row.date), unit && element("span", "", unit.name)];
  if (row.mark) {
    parts.unshift(element("span", "badge", row.mark));
  }
  facts.append(...parts.filter(Boolean));
  const made = element("li", "search-result", title, facts);
  if (row.excerpt) {
    made.append(element("p", "search-result__excerpt", ...highlighted(row.excerpt, query)));
  }
  return made;
}

/* Puts the best part of a page in place of the excerpt that lists show, where it says more.
   Returns false when a quoted phrase is not in the page after all. */
export async function refine(item, row, query) {
  const shown = `${row.title}\n${row.excerpt}`;
  const phrase = query.phrases.some(([first, last]) => last - first > 1);
  const wanted = new Set(query.words.map((word) => word.folded)).size;
  const enough = said(shown, query) >= wanted && (!phrase || hasPhrases(shown, query));
  const isText = row.url.endsWith("/") && (row.date || row.kind === PAGE);
  if (enough || !isText) {
    return true;
  }
  const text = await textOf(row.url);
  if (text && phrase && !hasPhrases(`${shown}\n${text}`, query)) {
    return false;
  }
  const part = bestPart(text, query);
  const excerpt = item.querySelector(".search-result__excerpt");
  if (excerpt && said(part, query) > said(row.excerpt, query)) {
    excerpt.replaceChildren(...highlighted(part, query));
  }
  return true;
}

/* A card of a unit or person at the head of the results: phone and address at once. */
export function card(hit, names) {
  const { entry, name } = hit;
  const title = element("h3", "search-card__title", link(entry.url, "", entry.name));
  const made = element("li", "search-card", title);
  const add = (...content) => made.append(element("p", "search-card__fact", ...content));
  if (name !== entry.name) {
    add(`Tên khác: ${name}`);
  }
  if (entry.type === "unit") {
    const about = [entry.kind, entry.above || entry.province].filter(Boolean).join(" · ");
    if (about) {
      add(about);
    }
    if (entry.until) {
      add(`Hoạt động đến ngày ${entry.until}`);
    }
    const successor = names.units.get(entry.successor);
    if (successor) {
      add("Nay là ", link(successor.url, "", successor.name));
    }
  } else if (entry.posts.length) {
    add(entry.posts.join("; "));
  }
  if (entry.address) {
    add("Địa chỉ: ", entry.address);
  }
  if (entry.phone) {
    add("Điện thoại: ", link(`tel:${entry.phone.replace(/[^\d+]/g, "")}`, "", entry.phone));
  }
  return made;
}

/* Fills a field of the filter with values and counts; keeps what is chosen. */
export function fillChoices(select, options, chosen) {
  const all = element("option", "", "Tất cả");
  all.value = "";
  select.replaceChildren(
    all,
    ...options.map(({ value, name, count }) => {
      const made = element("option", "", `${name} (${counted(count)})`);
      made.value = value;
      return made;
    }),
  );
  select.value = chosen;
  select.disabled = !options.length;
}
