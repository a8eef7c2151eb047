/* Shows the rows that fit what is chosen in the form marked data-filter, and says how many there
   are. It works on all tables inside data-filtered. Without this script the form stays hidden and
   every row is there. */

const form = document.querySelector("form[data-filter]");
const sections = [...document.querySelectorAll("[data-filtered]")];

function rowsOf(section) {
  return [...section.querySelectorAll("tbody > tr")];
}

function fits(row, chosen) {
  return chosen.every((field) => row.dataset[field.name] === field.value);
}

function filter() {
  const chosen = [...form.querySelectorAll("select")].filter((field) => field.value);
  let shown = 0;
  for (const section of sections) {
    const rows = rowsOf(section);
    for (const row of rows) {
      row.hidden = !fits(row, chosen);
    }
    const left = rows.filter((row) => !row.hidden).length;
    section.hidden = left === 0;
    shown += left;
  }
  say(shown);
}

function say(shown) {
  const all = sections.flatMap(rowsOf).length;
  const number = new Intl.NumberFormat("vi-VN");
  form.querySelector("[data-filter-result]").textContent = shown
    ? `Đang hiện ${number.format(shown)} trong ${number.format(all)} dòng.`
    : "Không có dòng nào khớp với lựa chọn.";
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(filter));
  // A browser that comes back to the page may have kept what was chosen.
  filter();
}
