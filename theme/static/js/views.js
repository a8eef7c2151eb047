/* How often a bulletin was opened. The server counts, without knowing who; a figure that it does not
   have, or that cannot be fetched, leaves the line empty. */

async function viewsAt(address) {
  const [file, name] = address.split("#");
  const answer = await fetch(file, { credentials: "same-origin" });
  // A month without figures is no error: 204, "no content".
  return answer.status === 200 ? (await answer.json())[name] : undefined;
}

for (const line of document.querySelectorAll("[data-views]")) {
  viewsAt(line.dataset.views)
    .then((views) => {
      if (Number.isInteger(views) && views > 0) {
        line.textContent = `${views.toLocaleString("vi")} lượt xem`;
      }
    })
    .catch(() => {
      /* No connection, or no figures: the line stays empty. */
    });
}
