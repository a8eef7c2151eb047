/* Latest notices on the page of a bulletin. They change often and bulletins do not, so each page
   fetches them. Whatever fails leaves the link to all notices, which stands there anyway. */

async function latestNotices(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) {
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-fragment]");
}

async function fill(section) {
  const list = await latestNotices(section.dataset.notices);
  if (list) {
    section.querySelector(".notices__all").before(document.adoptNode(list));
  }
}

for (const section of document.querySelectorAll("[data-notices]")) {
  fill(section).catch(() => {
    /* No connection: the link remains. */
  });
}
