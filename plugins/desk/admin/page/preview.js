/* What a bulletin will look like, in the site's own style sheet. The site itself is built elsewhere;
   this shows text, photos and tables as they are being written. */

import markdownIt from "./markdown-it.esm.min.mjs";

export function previewOf({ createClass, h }, lists) {
  const markdown = markdownIt({ html: false, linkify: false });
  const labels = new Map((lists.units ?? []).map((option) => [option.value, option.label]));

  return createClass({
    address(path) {
      return path ? String(this.props.getAsset(path, this.coverField())) : "";
    },

    coverField() {
      return this.props.fieldsMetaData && this.props.collection
        ? this.props.collection.get("fields").find((field) => field.get("name") === "cover")
        : undefined;
    },

    body(text) {
      const html = document.createElement("template");
      html.innerHTML = markdown.render(text ?? "");
      for (const image of html.content.querySelectorAll("img")) {
        const written = image.getAttribute("src");
        if (!/^[a-z]+:/i.test(written)) {
          image.src = this.address(decodeURI(written));
        }
        if (image.title) {
          const caption = document.createElement("figcaption");
          caption.textContent = image.title;
          image.removeAttribute("title");
          const figure = document.createElement("figure");
          image.replaceWith(figure);
          figure.append(image, caption);
        }
      }
      return html.innerHTML;
    },

    awards(items) {
      return h(
        "section",
        { className: "prose" },
        h("h2", {}, "Khen thưởng"),
        h(
          "ul",
          {},
          items.map((award, index) =>
            h(
              "li",
              { key: index },
              [award.form, award.authority, award.decision, award.status].filter(Boolean).join(" · "),
              h(
                "ul",
                {},
                (award.recipients ?? []).map((one, place) =>
                  h("li", { key: place }, labels.get(one.unit) ?? one.unit ?? one.person ?? one.name ?? ""),
                ),
              ),
            ),
          ),
        ),
      );
    },

    render() {
      const data = this.props.entry.get("data").toJS();
      const cover = this.address(data.cover);
      return h(
        "article",
        { className: "bulletin wrap" },
        h(
          "header",
          { className: "bulletin__header" },
          h(
            "p",
            { className: "bulletin__kind kind-line" },
            h("span", { className: "kind-line__category" }, data.category ?? ""),
            data.kicker && h("span", { className: "kind-line__kicker" }, data.kicker),
          ),
          h("h1", { className: "bulletin__title" }, data.title || "Chưa có tiêu đề"),
          data.subtitle && h("p", { className: "bulletin__subtitle" }, data.subtitle),
          data.summary && h("p", { className: "bulletin__summary" }, data.summary),
        ),
        cover &&
          h(
            "figure",
            { className: "bulletin__cover" },
            h("img", { src: cover, alt: data.cover_alt ?? "" }),
            h("figcaption", {}, [data.cover_caption, data.cover_credit].filter(Boolean).join(" Ảnh: ")),
          ),
        h("div", {
          className: "bulletin__body prose",
          dangerouslySetInnerHTML: { __html: this.body(data.body) },
        }),
        data.awards?.length ? this.awards(data.awards) : null,
      );
    },
  });
}
