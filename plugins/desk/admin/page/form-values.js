/* Values of a header as its author wrote them, as the form holds them, and back.

   The schema is generated: {field: {kind, separators, choices, names, fields}}. A form has lists where
   a header may have one text with separators, and one spelling where a header may have several. */

/** Turn a header, whose scalars are texts, into what the form holds. */
export function toForm(header, schema) {
  const form = {};
  for (const [name, value] of Object.entries(header)) {
    const shown = schema[name] ? shownValue(value, schema[name]) : value;
    if (!isEmpty(shown)) {
      form[name] = shown;
    }
  }
  return form;
}

/** Turn what the form holds into a header; empty fields are left out, all texts are NFC. */
export function fromForm(form, schema) {
  const header = {};
  const known = Object.keys(schema).filter((name) => name in form);
  const others = Object.keys(form).filter((name) => !(name in schema));
  for (const name of [...known, ...others]) {
    const value = schema[name] ? writtenValue(form[name], schema[name]) : tidy(form[name]);
    if (!isEmpty(value)) {
      header[name] = value;
    }
  }
  return header;
}

/** Whether a value says nothing. */
export function isEmpty(value) {
  if (value === undefined || value === null || value === "") {
    return true;
  }
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** Whether two values say the same; composed and decomposed letters do. */
export function same(one, other) {
  if (isEmpty(one) || isEmpty(other)) {
    return isEmpty(one) && isEmpty(other);
  }
  if (typeof one !== "object" || typeof other !== "object") {
    return String(one).normalize("NFC") === String(other).normalize("NFC");
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

/** Fold a text as searches do: no accents, đ as d, small letters. */
export function folded(text) {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d");
}

/** Make a slug of a title, cut at the end of a word. */
export function slugOf(title, limit) {
  const slug = folded(title)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  if (slug.length <= limit) {
    return slug;
  }
  const end = slug.lastIndexOf("-", limit);
  return slug.slice(0, end > 0 ? end : limit);
}

function shownValue(value, field) {
  switch (field.kind) {
    case "names":
    case "old_url":
      return texts(value, field.separators).map((text) => named(text, field));
    case "choice":
    case "name":
    case "text":
      return typeof value === "string" ? named(value.trim(), field) : value;
    case "mapping":
      return isMapping(value) ? toForm(value, field.fields) : value;
    case "list":
      return [value].flat().map((entry) => shownEntry(entry, field));
    default:
      return value;
  }
}

function shownEntry(entry, field) {
  if (!isMapping(entry)) {
    return entry;
  }
  const shown = toForm(entry, field.fields);
  if (!field.variants) {
    return shown;
  }
  const kind = Object.keys(field.fields).find((name) => name in shown);
  return kind ? { type: kind, ...shown } : shown;
}

function writtenValue(value, field) {
  switch (field.kind) {
    case "mapping":
      return isMapping(value) ? fromForm(value, field.fields) : tidy(value);
    case "list":
      return (Array.isArray(value) ? value : [])
        .map((entry) => writtenEntry(entry, field))
        .filter((entry) => !isEmpty(entry));
    case "names":
    case "old_url":
      return texts(value, "").map(tidy);
    default:
      return tidy(value);
  }
}

function writtenEntry(entry, field) {
  if (!isMapping(entry)) {
    return tidy(entry);
  }
  if (!field.variants) {
    return fromForm(entry, field.fields);
  }
  const { type, ...rest } = entry;
  const kept = type && rest[type] ? { [type]: rest[type] } : rest;
  return fromForm(kept, field.fields);
}

/** Return the spelling that the form offers for a text that means one of the choices. */
function named(text, field) {
  return field.spellings?.[text.normalize("NFC").toLowerCase()] ?? text;
}

function texts(value, separators) {
  const list = Array.isArray(value) ? value : [value ?? ""];
  const split = (text) =>
    typeof text === "string" && !Array.isArray(value) && separators
      ? text.split(new RegExp(`[${separators}\n]`))
      : [text];
  return list
    .flatMap(split)
    .map((text) => (typeof text === "string" ? text.trim() : text))
    .filter((text) => !isEmpty(text));
}

function tidy(value) {
  if (typeof value === "string") {
    return value.normalize("NFC").trim();
  }
  if (typeof value === "number") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return value.map(tidy);
  }
  if (isMapping(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, tidy(each)]));
  }
  return value;
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
