/* Sorts tables marked data-sortable by any column whose head is marked data-sort. The place that a
   row takes in the order of a column stands in data-place of its cell: the order of Vietnamese
   names is worked out where the page is made. Without this script the table is complete. */

function placeIn(row, column) {
  return Number(row.cells[column].dataset.place);
}

function sortBy(table, head, direction) {
  const body = table.tBodies[0];
  const column = head.cellIndex;
  const sign = direction === "descending" ? -1 : 1;
  // The sort is stable: rows of one place keep the order in which they stood.
  const rows = [...body.rows].sort((a, b) => sign * (placeIn(a, column) - placeIn(b, column)));
  body.append(...rows);
  for (const other of head.parentElement.cells) {
    other.removeAttribute("aria-sort");
  }
  head.setAttribute("aria-sort", direction);
}

function makeSortable(table) {
  for (const head of table.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "award-table__sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const ascending = head.getAttribute("aria-sort") === "ascending";
      sortBy(table, head, ascending ? "descending" : "ascending");
    });
    head.append(button);
  }
  table.dataset.sortable = "ready";
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  makeSortable(table);
}
