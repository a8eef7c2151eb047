/* Latest notices on the page of a bulletin. They change often and bulletins do not, so each page
   fetches them, when the reader comes near the end. Whatever fails leaves the link to all notices,
   which stands there anyway. */

// How far below the window a section may be when its notices are fetched: two screens, so that they
// are there before the reader is, and nothing moves under the reader's eyes.
const NEAR = "1500px";

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

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        watcher.unobserve(target);
        fill(target).catch(() => {
          /* No connection: the link remains. */
        });
      }
    }
  },
  { rootMargin: NEAR },
);

for (const section of document.querySelectorAll("[data-notices]")) {
  watcher.observe(section);
}
