/* The text of a bulletin, as its author writes it: a plain text area, with buttons for what is hard to
   remember. Nothing in it is ever rewritten. */

const TABLE =
  "| STT | Tên | Hình thức khen |\n| --- | --- | --- |\n| 1 |  |  |\n| 2 |  |  |\n";

const BUTTONS = [
  { sign: "Đậm", title: "Chữ đậm", before: "**", after: "**", sample: "chữ đậm" },
  { sign: "Nghiêng", title: "Chữ nghiêng", before: "*", after: "*", sample: "chữ nghiêng" },
  { sign: "Đề mục", title: "Đề mục", line: "## ", sample: "Đề mục" },
  { sign: "• Danh sách", title: "Danh sách", line: "- ", sample: "ý thứ nhất" },
  { sign: "Liên kết", title: "Liên kết", before: "[", after: "](https://)", sample: "chữ hiện ra" },
  { sign: "Bảng", title: "Bảng", block: TABLE },
];

export function bodyWidget({ createClass, h, newId }) {
  return createClass({
    componentDidMount() {
      this.controlID = newId();
      this.fit();
    },

    componentDidUpdate() {
      this.fit();
      const path = this.props.mediaPaths.get(this.controlID);
      if (path) {
        this.props.onRemoveInsertedMedia(this.controlID);
        const file = /[\s()]/.test(path) ? `<${path}>` : path;
        this.insert({ block: `![Mô tả ảnh cho người khiếm thị](${file} "Chú thích ảnh")\n` });
      }
    },

    componentWillUnmount() {
      this.props.onRemoveMediaControl?.(this.controlID);
    },

    /** Let the text area be as high as its text, so that the page has one scroll bar. */
    fit() {
      if (this.area) {
        this.area.style.height = "auto";
        this.area.style.height = `${this.area.scrollHeight + 4}px`;
      }
    },

    openLibrary() {
      this.place = [this.area.selectionStart, this.area.selectionEnd];
      this.props.onOpenMediaLibrary({
        controlID: this.controlID,
        forImage: true,
        allowMultiple: false,
        field: this.props.field,
      });
    },

    insert({ before = "", after = "", sample = "", line = "", block = "" }) {
      const area = this.area;
      const text = area.value;
      const [start, end] = this.place ?? [area.selectionStart, area.selectionEnd];
      this.place = undefined;
      const marked = text.slice(start, end) || sample;
      const atLineStart = start === 0 || text[start - 1] === "\n";
      const afterGap = start === 0 || text.slice(0, start).endsWith("\n\n");
      let put = `${before}${marked}${after}`;
      if (line) {
        put = `${atLineStart ? "" : "\n\n"}${line}${marked.replaceAll("\n", `\n${line}`)}`;
      } else if (block) {
        put = `${afterGap ? "" : atLineStart ? "\n" : "\n\n"}${block}\n`;
      }
      this.props.onChange(text.slice(0, start) + put + text.slice(end));
      const caret = start + put.length;
      requestAnimationFrame(() => {
        area.focus();
        area.setSelectionRange(caret, caret);
      });
    },

    render() {
      const { forID, classNameWrapper, value, onChange, setActiveStyle, setInactiveStyle } = this.props;
      const button = (sign, title, onClick) =>
        h("button", { key: sign, type: "button", className: "bt-body__button", title, onClick }, sign);
      return h(
        "div",
        { className: `${classNameWrapper} bt-body` },
        h(
          "div",
          { className: "bt-body__bar", role: "toolbar", "aria-label": "Chèn vào bài" },
          BUTTONS.map((each) => button(each.sign, each.title, () => this.insert(each))),
          button("Ảnh", "Chèn ảnh vào bài", () => this.openLibrary()),
        ),
        h("textarea", {
          id: forID,
          ref: (area) => {
            this.area = area;
          },
          className: "bt-body__text",
          spellCheck: false,
          lang: "vi",
          rows: 12,
          value: value ?? "",
          onFocus: setActiveStyle,
          onBlur: setInactiveStyle,
          onChange: (event) => onChange(event.target.value),
        }),
      );
    },
  });
}
