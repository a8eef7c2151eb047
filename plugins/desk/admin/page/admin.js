/* Starts the admin page: Decap CMS, given the project's own form, file format and preview. */

import { bodyWidget } from "./body-widget.js";
import { fromFile, toFile } from "./bulletin-file.js";
import { choiceWidget } from "./choice-widget.js";
import { folded, slugOf } from "./form-values.js";
import { momentWidget } from "./moment-widget.js";
import { previewOf } from "./preview.js";
import { showCheck } from "./check-panel.js";
import { words } from "./words.js";

const { CMS, createClass, h } = window;

const answer = await fetch("config.json", { cache: "no-store" });
const {
  config,
  schema,
  lists,
  slug_length: slugLength,
  preview_style: previewStyle,
  checks,
} = await answer.json();
for (const option of Object.values(lists).flat()) {
  option.search = folded(`${option.label} ${option.also ?? ""} ${option.value}`);
}

CMS.registerCustomFormat("bulletin", "md", {
  fromFile: (text) => fromFile(text, schema),
  toFile: (data) => toFile(withoutHelpers(data), schema),
});

const tools = { createClass, h, newId: () => crypto.randomUUID() };
CMS.registerWidget("bantin-choice", choiceWidget(tools, lists), () => null);
CMS.registerWidget("bantin-moment", momentWidget(tools), () => null);
CMS.registerWidget("bantin-body", bodyWidget(tools), () => null);

CMS.registerPreviewTemplate("bulletins", previewOf(tools, lists));
CMS.registerPreviewStyle(new URL(previewStyle, document.baseURI).href);
CMS.registerLocale("vi", words(CMS.getLocale("vi"), config.backend.name === "proxy"));

// Every text reaches the file composed, whatever the keyboard sent; the address is written down once,
// so that a mended headline keeps it; the folder is that of the year of publication.
CMS.registerEventListener({
  name: "preSave",
  handler: ({ entry }) => {
    let data = entry.get("data");
    if (entry.get("newRecord")) {
      const slug = data.get("slug") || slugOf(data.get("title") ?? "", slugLength);
      data = data.set("slug", slug).set("folder_", String(data.get("date") ?? "").slice(0, 4));
    }
    return data;
  },
});

if (matchMedia("(max-width: 799px)").matches) {
  // A phone has room for the form or the preview; the form comes first.
  localStorage.setItem("cms.right-pane", "none");
}
if (checks) {
  const handler = () => void showCheck(config.backend.proxy_url);
  CMS.registerEventListener({ name: "postSave", handler });
}
if (config.backend.name === "proxy") {
  // On one's own machine there is nobody to sign in to.
  localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" }));
}
CMS.init({ config });

function withoutHelpers({ folder_: _folder, ...data }) {
  return data;
}
