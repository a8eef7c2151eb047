/* A field whose values are found by typing, with or without accents: units, people, other names.

   Field settings: options (a name in the lists of the configuration), multiple, strict (only what is in
   the list can be chosen). What a file holds already stays, even where no list knows it. */

import { folded } from "./form-values.js";

const SHOWN = 12;

export function choiceWidget({ createClass, h }, lists) {
  return createClass({
    getInitialState() {
      return { typed: "", open: false, active: 0 };
    },

    /** Called by the form before it saves. */
    isValid() {
      if (this.state.typed.trim() === "" || this.accept(this.state.typed)) {
        return true;
      }
      const text = this.state.typed.trim();
      return { error: { message: `«${text}» không có trong danh bạ. Hãy chọn một tên trong danh sách, hoặc xóa chữ vừa gõ.` } };
    },

    setting(name) {
      return this.props.field.get(name);
    },

    options() {
      return lists[this.setting("options")] ?? [];
    },

    values() {
      const { value } = this.props;
      const plain = value?.toJS ? value.toJS() : value;
      return [plain ?? []].flat().filter(Boolean);
    },

    label(value) {
      const found = this.options().find((option) => option.value === value);
      return found ? found.label : value;
    },

    matches() {
      const wanted = folded(this.state.typed).split(/\s+/).filter(Boolean);
      const chosen = new Set(this.values());
      const found = [];
      for (const option of this.options()) {
        if (chosen.has(option.value)) {
          continue;
        }
        const text = option.search;
        if (wanted.every((word) => text.includes(word))) {
          found.push(option);
        }
        if (found.length === SHOWN) {
          break;
        }
      }
      return found;
    },

    put(values) {
      this.props.onChange(this.setting("multiple") ? values : (values.at(-1) ?? ""));
    },

    choose(value) {
      const kept = this.setting("multiple") ? this.values() : [];
      this.put([...kept.filter((each) => each !== value), value]);
      this.setState({ typed: "", open: false, active: 0 });
    },

    /** Take a text that was typed: an option of that very name, or free text where that is allowed. */
    accept(typed) {
      const text = typed.normalize("NFC").trim();
      const named = this.options().filter(
        (each) => each.value === text || each.label.toLowerCase() === text.toLowerCase(),
      );
      // Namesakes are told apart in the list, never by guessing.
      const option = named.length === 1 ? named[0] : undefined;
      if (option || (text && named.length === 0 && !this.setting("strict"))) {
        this.choose(option ? option.value : text);
        return true;
      }
      return false;
    },

    press(event) {
      const matches = this.matches();
      const { active, typed, open } = this.state;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : matches.length - 1;
        const next = open && matches.length > 0 ? (active + step) % matches.length : 0;
        this.setState({ open: true, active: next });
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (!this.accept(typed) && open && matches[active]) {
          this.choose(matches[active].value);
        }
      } else if (event.key === "Escape") {
        this.setState({ open: false });
      } else if (event.key === "Backspace" && typed === "") {
        this.put(this.values().slice(0, -1));
      }
    },

    leave() {
      this.props.setInactiveStyle();
      if (!this.setting("strict") && this.state.typed.trim() !== "") {
        this.accept(this.state.typed);
      }
      this.setState({ open: false });
    },

    chip(value, index) {
      const label = this.label(value);
      const buttons = [
        index > 0 &&
          h(
            "button",
            {
              key: "first",
              type: "button",
              className: "bt-chip__button",
              "aria-label": `Đưa «${label}» lên đầu`,
              title: "Đưa lên đầu",
              onClick: () => this.put([value, ...this.values().filter((each) => each !== value)]),
            },
            "↑",
          ),
        h(
          "button",
          {
            key: "remove",
            type: "button",
            className: "bt-chip__button",
            "aria-label": `Bỏ «${label}»`,
            title: "Bỏ",
            onClick: () => this.put(this.values().filter((each) => each !== value)),
          },
          "×",
        ),
      ];
      return h("li", { key: value, className: "bt-chip" }, h("span", {}, label), buttons);
    },

    render() {
      const { forID, classNameWrapper, setActiveStyle } = this.props;
      const { typed, open, active } = this.state;
      const matches = open ? this.matches() : [];
      const list = `${forID}-choices`;
      const values = this.values();
      return h(
        "div",
        { className: `${classNameWrapper} bt-choice` },
        values.length > 0 && h("ul", { className: "bt-chips" }, values.map(this.chip)),
        h("input", {
          id: forID,
          className: "bt-choice__input",
          type: "text",
          role: "combobox",
          autoComplete: "off",
          "aria-expanded": open,
          "aria-controls": list,
          "aria-activedescendant": matches[active] ? `${list}-${active}` : undefined,
          placeholder: this.setting("strict") ? "Gõ vài chữ để tìm rồi chọn" : "Gõ để tìm, hoặc viết tên rồi bấm Enter",
          value: typed,
          onFocus: () => setActiveStyle(),
          onBlur: this.leave,
          onClick: () => this.setState({ open: true }),
          onChange: (event) => this.setState({ typed: event.target.value, open: true, active: 0 }),
          onKeyDown: this.press,
        }),
        h(
          "ul",
          { id: list, role: "listbox", className: "bt-choice__list", hidden: matches.length === 0 },
          matches.map((option, index) =>
            h(
              "li",
              {
                key: option.value,
                id: `${list}-${index}`,
                role: "option",
                "aria-selected": index === active,
                className: "bt-choice__option",
                // Before the input loses the focus and the list is closed.
                onMouseDown: (event) => {
                  event.preventDefault();
                  this.choose(option.value);
                },
              },
              option.label,
              option.note && h("small", {}, ` ${option.note}`),
            ),
          ),
        ),
        open && typed.trim() !== "" && matches.length === 0 && this.setting("strict")
          ? h("p", { className: "bt-choice__none", role: "status" }, "Không có trong danh bạ.")
          : null,
      );
    },
  });
}
