// Runs in previews only: reloads the page after a build, and shows what a failed build said.
const EVENTS = "/__preview__/events";
let shown = null;

function showErrors(text) {
  document.querySelector(".preview-errors")?.remove();
  if (!text) return;
  const panel = document.createElement("section");
  panel.className = "preview-errors";
  panel.setAttribute("role", "alert");
  const heading = document.createElement("h2");
  heading.textContent = "Chưa dựng được trang: nội dung có lỗi";
  const note = document.createElement("p");
  note.textContent = "Bên dưới là trang của lần dựng tốt gần nhất. Sửa lỗi rồi lưu tệp, trang sẽ tự tải lại.";
  const list = document.createElement("pre");
  list.textContent = text;
  panel.append(heading, note, list);
  document.body.prepend(panel);
}

new EventSource(EVENTS).onmessage = (message) => {
  const state = JSON.parse(message.data);
  const isNewBuild = shown !== null && state.build !== shown;
  shown = state.build;
  if (isNewBuild && !state.errors) location.reload();
  else showErrors(state.errors);
};
