// Runs in previews only: reloads the page after a good build, and shows what a failed one said.
const EVENTS = "/__preview__/events";
const site = new URL(import.meta.url).searchParams.get("site");
let events;

function textElement(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

// Sets off where the error is from what to do about it; the words stay as the terminal has them.
function problemItem(line) {
  const item = document.createElement("li");
  const [, place = "", message = line, cure = ""] = /^(.+?:\d+:\d+: )(.*?)(Cách sửa: .*)?$/.exec(line) ?? [];
  item.append(textElement("strong", place), message, textElement("span", cure));
  return item;
}

function showErrors(errors) {
  document.querySelector(".preview-errors")?.remove();
  if (!errors) return;
  const panel = document.createElement("section");
  panel.className = "preview-errors";
  panel.setAttribute("role", "alert");
  const list = document.createElement("ul");
  list.append(...errors.split("\n").map(problemItem));
  panel.append(
    textElement("h2", "Chưa dựng được trang mới"),
    textElement("p", "Sửa các lỗi dưới đây rồi lưu tệp, trang sẽ tự tải lại. Trang của lần dựng tốt gần nhất vẫn còn."),
    list,
  );
  document.body.prepend(panel);
}

function listen() {
  events?.close();
  events = new EventSource(EVENTS);
  events.onmessage = (message) => {
    const state = JSON.parse(message.data);
    if (state.site === site) showErrors(state.errors);
    else location.reload();
  };
}

// A browser keeps six connections to one host: pages in the background leave theirs to others.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) events.close();
  else listen();
});
listen();
