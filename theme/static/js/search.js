/* The search page: reads the question from the address, asks the index, shows what it finds. The
   address always says what is shown, so that it can be sent to others. Without this script the
   page lists the other ways to find something. */

import { countsOf, detailsOf, filtered, newestFirst } from "./search/facets.js";
import { Engine } from "./search/engine.js";
import { Index } from "./search/index.js";
import { card, counted, element, fillChoices, refine, resultItem } from "./search/view.js";

const PAGE = 10;
const FIELDS = ["loai", "nam", "don-vi", "nguoi"];
const NEWEST = "moi-nhat";

const root = document.querySelector("[data-search]");
const part = (name) => root.querySelector(`[data-search-${name}]`);
const form = part("form");
const filter = part("filter");
const status = part("status");
const list = part("results");
const more = part("more");

let engine = null;
let asked = 0;
let current = null;

function open() {
  if (!engine) {
    engine = Index.open(root.dataset.search).then((index) => new Engine(index));
    engine.catch(() => {
      engine = null;
    });
  }
  return engine;
}

/* Searches. A page that was open while the site was published has a list of files that are gone: it
   fetches the list once more. */
async function answerTo(text) {
  try {
    const ready = await open();
    return { engine: ready, ...(await ready.search(text)) };
  } catch (error) {
    engine = null;
    // What fetch throws where there is no connection.
    if (error instanceof TypeError) {
      throw error;
    }
    const ready = await open();
    return { engine: ready, ...(await ready.search(text)) };
  }
}

/* What is asked: the text, the chosen values, the order. */
function question() {
  const given = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(FIELDS.map((field) => [field, given.get(field) || ""]));
  return { text: (given.get("q") || "").trim(), chosen, newest: given.get("xep") === NEWEST };
}

function address({ text, chosen, newest }) {
  const given = new URLSearchParams();
  given.set("q", text);
  for (const field of FIELDS) {
    if (chosen[field]) {
      given.set(field, chosen[field]);
    }
  }
  if (newest) {
    given.set("xep", NEWEST);
  }
  return `${location.pathname}?${given}`;
}

function say(text) {
  status.textContent = text;
}

function clear() {
  part("cards").replaceChildren();
  part("named").hidden = true;
  part("hints").replaceChildren();
  list.replaceChildren();
  part("found").hidden = true;
  more.hidden = true;
  filter.hidden = true;
}

async function ask() {
  const wanted = question();
  form.elements.q.value = wanted.text;
  asked += 1;
  const turn = asked;
  if (!wanted.text) {
    current = null;
    document.title = root.dataset.title;
    clear();
    showWays();
    say("");
    return;
  }
  document.title = `${wanted.text} – ${root.dataset.title}`;
  say("Đang tìm…");
  root.setAttribute("aria-busy", "true");
  try {
    const answer = await answerTo(wanted.text);
    if (turn === asked) {
      current = { ...wanted, ...answer, details: null, shown: 0 };
      await show();
    }
  } catch (error) {
    if (turn === asked) {
      clear();
      showWays();
      say("Chưa tìm được vì không tải được dữ liệu. Mời kiểm tra kết nối mạng rồi bấm Tìm lần nữa.");
    }
    // For whoever looks after the site; a reader has been told what to do.
    if (!(error instanceof TypeError)) {
      throw error;
    }
  } finally {
    if (turn === asked) {
      root.removeAttribute("aria-busy");
    }
  }
}

/* Shows the answer under what is chosen, all at once: nothing moves after it stands there. */
async function show() {
  const state = current;
  const isChosen = Object.values(state.chosen).some(Boolean);
  if (isChosen && !state.details) {
    state.details = await detailsOf(state.engine.index, state.hits);
  }
  const hits = isChosen ? filtered(state.hits, state.details, state.chosen) : state.hits;
  state.listed =
    state.newest && hits.length ? newestFirst(hits, state.engine.index) : hits;
  state.shown = 0;
  const rows = await nextRows(state);
  if (state !== current) {
    return;
  }
  clear();
  showHints(state);
  showNamed(state, isChosen);
  showRows(state, rows);
  part("newest").checked = state.newest;
  filter.hidden = !state.hits.length;
  showWays();
  say(summary(state));
  filter.open = filter.open || isChosen;
  if (filter.open) {
    await showFilter();
  }
}

function showWays() {
  part("ways").classList.add("search__ways--shown");
}

function summary(state) {
  const found = state.listed.length + state.urls.size - (state.repeated || 0);
  const about = `«${state.text}»`;
  if (!found) {
    return `Không tìm thấy mục nào cho ${about}. Mời thử ít từ hơn, hoặc tìm theo danh mục bên dưới.`;
  }
  return `${counted(found)} kết quả cho ${about}`;
}

function showHints(state) {
  const hints = part("hints");
  for (const { word } of state.unknown) {
    hints.append(element("p", "search__hint", `Không mục nào có từ «${word}».`));
  }
  if (state.mended) {
    const text = state.query.words.map((word) => word.text).join(" ");
    const link = element("a", "search__suggestion", text);
    link.href = address({ ...state, text, chosen: {} });
    const rest = "? Dưới đây là kết quả của cách viết này.";
    hints.append(element("p", "search__hint", "Có phải bạn muốn tìm: ", link, rest));
  }
}

function showNamed(state, isChosen) {
  const named = isChosen ? [] : state.named;
  part("named").hidden = !named.length;
  part("cards").replaceChildren(...named.map((hit) => card(hit, state.engine.names)));
  state.urls = new Set(named.map((hit) => hit.entry.url));
  state.repeated = 0;
}

function nextRows(state) {
  const next = state.listed.slice(state.shown, state.shown + PAGE);
  state.shown += next.length;
  return Promise.all(next.map((hit) => state.engine.index.row(hit.place)));
}

/* Adds results; what stands above as a card is not repeated. */
function showRows(state, rows) {
  const fresh = rows.filter((row) => !state.urls.has(row.url));
  state.repeated += rows.length - fresh.length;
  const { index, names } = state.engine;
  const items = fresh.map((row) => resultItem(row, state.query, index, names));
  list.append(...items);
  part("found").hidden = !list.children.length;
  more.hidden = state.shown >= state.listed.length;
  items.forEach((item, at) => whenSeen(item, () => improve(item, fresh[at], state.query)));
  return items;
}

async function showMore() {
  const state = current;
  const rows = await nextRows(state);
  if (state === current) {
    const [first] = showRows(state, rows);
    if (first) {
      first.querySelector("a").focus();
    }
  }
}

function improve(item, row, query) {
  refine(item, row, query)
    .then((fits) => fits || item.remove())
    .catch(() => {
      /* No connection: the excerpt that lists show remains. */
    });
}

/* A page is fetched for its excerpt only when its result comes into sight. */
function whenSeen(item, act) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      act();
    }
  });
  observer.observe(item);
}

function optionsOf(state, field) {
  const { index, names } = state.engine;
  const counts = countsOf(state.hits, state.details, state.chosen, field);
  const nameOf = {
    loai: (value) => index.list.kinds[value],
    nam: (value) => value,
    "don-vi": (value) => names.units.get(value) && names.units.get(value).name,
    nguoi: (value) => names.people.get(value) && names.people.get(value).name,
  }[field];
  const options = [...counts].map(([value, count]) => ({ value, count, name: nameOf(value) || value }));
  const chosen = state.chosen[field];
  if (chosen && !counts.has(chosen)) {
    options.push({ value: chosen, count: 0, name: nameOf(chosen) || chosen });
  }
  const byYear = (a, b) => b.value.localeCompare(a.value);
  const byCount = (a, b) => b.count - a.count || a.name.localeCompare(b.name, "vi");
  return options.sort(field === "nam" ? byYear : byCount);
}

async function showFilter() {
  const state = current;
  state.details = state.details || (await detailsOf(state.engine.index, state.hits));
  if (state === current) {
    for (const field of FIELDS) {
      fillChoices(filter.querySelector(`[name="${field}"]`), optionsOf(state, field), state.chosen[field]);
    }
  }
}

function choose() {
  const chosen = Object.fromEntries(
    FIELDS.map((field) => [field, filter.querySelector(`[name="${field}"]`).value]),
  );
  Object.assign(current, { chosen, newest: part("newest").checked });
  history.replaceState(null, "", address(current));
  show();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = form.elements.q.value.trim();
  const same = text === question().text;
  const wanted = { text, chosen: {}, newest: question().newest };
  history[same ? "replaceState" : "pushState"](null, "", address(wanted));
  ask();
});
window.addEventListener("popstate", ask);
filter.addEventListener("change", choose);
filter.addEventListener("toggle", () => {
  if (filter.open && current && !filter.hidden) {
    showFilter();
  }
});
part("reset").addEventListener("click", () => {
  for (const field of FIELDS) {
    filter.querySelector(`[name="${field}"]`).value = "";
  }
  choose();
});
more.addEventListener("click", showMore);

if (question().text) {
  ask();
} else {
  showWays();
  // Nobody comes here but to search: the index is fetched while they type.
  open().catch(() => {
    /* Asked again when they have typed. */
  });
}
