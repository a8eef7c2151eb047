/* A day, and where the field has one, a time that may be left open: 2023-12-15 or 2023-12-15 08:30. */

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?/;

function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  const week = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"];
  const weekday = week[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${weekday}, ngày ${date} tháng ${month} năm ${year}`;
}

export function momentWidget({ createClass, h }) {
  return createClass({
    componentDidMount() {
      const { entry, field, value } = this.props;
      if (!value && field.get("today") && entry?.get("newRecord")) {
        const now = new Date();
        const two = (number) => String(number).padStart(2, "0");
        this.props.onChange(
          `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
        );
      }
    },

    parts() {
      const found = SHAPE.exec(this.props.value ?? "");
      return found ? [found[1], found[2] ?? ""] : ["", ""];
    },

    change(day, time) {
      this.props.onChange(day && time ? `${day} ${time}` : day);
    },

    /** Called by the form before it saves. */
    isValid() {
      const { value } = this.props;
      return !value || SHAPE.test(value)
        ? true
        : { error: { message: `«${value}» không phải là ngày dạng năm-tháng-ngày.` } };
    },

    render() {
      const { forID, classNameWrapper, setActiveStyle, setInactiveStyle, field, value } = this.props;
      const [day, time] = this.parts();
      const shared = { onFocus: setActiveStyle, onBlur: setInactiveStyle };
      return h(
        "div",
        { className: `${classNameWrapper} bt-moment` },
        h("input", {
          ...shared,
          id: forID,
          type: "date",
          value: day,
          onChange: (event) => this.change(event.target.value, time),
        }),
        field.get("time") &&
          h("input", {
            ...shared,
            type: "time",
            "aria-label": "Giờ, có thể bỏ trống",
            value: time,
            disabled: !day,
            onChange: (event) => this.change(day, event.target.value),
          }),
        // A browser in another language shows 03/05 for the fifth of March: the words leave no doubt.
        day && h("p", { className: "bt-moment__words" }, inWords(day)),
        value && !day ? h("p", {}, `Trong tệp ghi: ${value}`) : null,
      );
    },
  });
}
