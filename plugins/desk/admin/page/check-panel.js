/* What the check says of the bulletin that was just saved, over the form's lower edge. */

const SHOWN_MILLISECONDS = 6000;

export async function showCheck(url) {
  const panel = put();
  write(panel, "Đã lưu. Đang kiểm tra bài…");
  let problems = null;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ action: "check", params: {} }),
    });
    problems = (await answer.json()).problems;
  } catch {
    problems = null;
  }
  if (!panel.isConnected) {
    return;
  }
  if (!Array.isArray(problems)) {
    write(panel, "Đã lưu, nhưng chưa kiểm tra được. Hãy chạy: make check");
  } else if (problems.length === 0) {
    write(panel, "Đã lưu và kiểm tra: không có lỗi nào.");
    setTimeout(() => panel.remove(), SHOWN_MILLISECONDS);
  } else {
    list(panel, problems);
  }
}

function put() {
  document.querySelector(".bt-check")?.remove();
  const panel = document.createElement("aside");
  panel.className = "bt-check";
  panel.setAttribute("role", "status");
  document.body.append(panel);
  return panel;
}

function write(panel, text) {
  const line = document.createElement("p");
  line.textContent = text;
  panel.replaceChildren(line, closing(panel));
}

function list(panel, problems) {
  const items = document.createElement("ul");
  for (const { severity, message, cure } of problems) {
    const item = document.createElement("li");
    const kind = document.createElement("strong");
    kind.textContent = severity === "error" ? "Lỗi: " : "Lời nhắc: ";
    item.append(kind, `${message} `, `Cách sửa: ${cure}`);
    items.append(item);
  }
  const heading = document.createElement("p");
  heading.textContent = "Đã lưu. Bài còn chỗ cần xem:";
  panel.replaceChildren(heading, items, closing(panel));
}

function closing(panel) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "bt-check__close";
  button.textContent = "Đóng";
  button.addEventListener("click", () => panel.remove());
  return button;
}
