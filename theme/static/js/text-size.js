/* Sets the size of text that the reader has chosen on a bulletin, on every page and before it is
   painted. The buttons are in reading-tools.js; style sheets read data-text-size. */

try {
  const size = localStorage.getItem("text-size");
  if (size) {
    document.documentElement.dataset.textSize = size;
  }
} catch {
  /* Storage is closed to this page: the usual size. */
}
