/* Size of text, print and share on the page of a bulletin. */

const SIZES = ["90", "100", "115", "130", "150"];
const USUAL = "100";

const tools = document.querySelector("[data-reading-tools]");

function say(text) {
  tools.querySelector("[data-reading-status]").textContent = text;
}

function size() {
  const { textSize } = document.documentElement.dataset;
  return SIZES.includes(textSize) ? textSize : USUAL;
}

function remember(chosen) {
  try {
    if (chosen === USUAL) {
      localStorage.removeItem("text-size");
    } else {
      localStorage.setItem("text-size", chosen);
    }
  } catch {
    /* Storage is closed to this page: the size holds here only. */
  }
}

/* step: -1 smaller, 1 larger, 0 the usual size. */
function resize(step) {
  const place = SIZES.indexOf(size()) + step;
  const chosen = step === 0 ? USUAL : SIZES[Math.min(Math.max(place, 0), SIZES.length - 1)];
  const limit = step !== 0 && chosen === size();
  document.documentElement.dataset.textSize = chosen;
  remember(chosen);
  say(limit ? `Cỡ chữ ${chosen}%, không đổi thêm được nữa.` : `Cỡ chữ ${chosen}%.`);
}

/* What a reader passes on: the address that the page gives itself, which has no tracking in it. */
function address() {
  return document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address());
    say("Đã sao chép địa chỉ bản tin.");
  } catch {
    say(`Địa chỉ bản tin: ${address()}`);
  }
}

async function share() {
  if (!navigator.share) {
    await copy();
    return;
  }
  try {
    await navigator.share({ title: document.querySelector("h1").textContent, url: address() });
  } catch (error) {
    // The reader closed the window; anything else leaves the address to copy.
    if (error.name !== "AbortError") {
      await copy();
    }
  }
}

if (tools) {
  for (const button of tools.querySelectorAll("[data-text-size-step]")) {
    button.addEventListener("click", () => resize(Number(button.dataset.textSizeStep)));
  }
  tools.querySelector("[data-print]").addEventListener("click", () => window.print());
  tools.querySelector("[data-share]").addEventListener("click", share);
  tools.dataset.readingTools = "ready";
}
