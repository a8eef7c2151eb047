/* A bulletin's file as the form sees it, and back, with as few bytes changed as can be.

   What nobody touched stays as its author wrote it: the body byte for byte, and each field of the
   header with its order, quotes and comments. Only fields that were changed are written anew. Values
   are texts, as the site's own reader has them: "no" and 08:30 are turned into nothing else. */

import { FAILSAFE_SCHEMA, dump, load } from "./js-yaml.esm.min.mjs";
import { fromForm, isEmpty, same, toForm } from "./form-values.js";

const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;
const KEY = /^(?:"([^"]+)"|'([^']+)'|([^\s#:'"-][^:]*?))[ \t]*:(?=\s|$)/;

/** Split a file into its header's text, which ends with its closing line, and its body. */
export function split(text) {
  const opening = OPENING.exec(text);
  if (!opening) {
    return null;
  }
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing) {
    return null;
  }
  const end = closing.index + closing[0].length;
  return {
    opening: opening[0],
    yaml: rest.slice(0, closing.index),
    closing: closing[0],
    body: rest.slice(end),
  };
}

/** Make the object that the form edits.

    A header that cannot be read gives the whole file as the body, so that it can be mended there. */
export function fromFile(text, schema) {
  const parts = split(text);
  let header = null;
  try {
    header = parts && read(parts.yaml);
  } catch {
    header = null;
  }
  if (!parts || !header || typeof header !== "object" || Array.isArray(header)) {
    return { title: firstLine(text), body: text, unreadable_: text };
  }
  return {
    ...toForm(header, schema),
    body: parts.body,
    head_: text.slice(0, text.length - parts.body.length),
    body_: parts.body,
  };
}

/** Write the file of what the form holds. */
export function toFile(data, schema) {
  const { body = "", body_: oldBody, head_: oldHead, unreadable_: unreadable, ...form } = data;
  if (unreadable !== undefined) {
    return body === unreadable ? unreadable : body.normalize("NFC");
  }
  if (oldHead === undefined) {
    const header = dumped(fromForm(form, schema));
    const text = body.normalize("NFC").trim();
    return `---\n${header}---\n${text ? `\n${text}\n` : ""}`;
  }
  return newHead(oldHead, form, schema) + newBody(body, oldBody);
}

function newBody(body, old) {
  // A text area gives every line end as \n; what was only opened is not changed by that.
  const plain = (text) => text.replaceAll("\r\n", "\n");
  if (plain(body) === plain(old)) {
    return old;
  }
  const text = plain(body).normalize("NFC");
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  const led = old.trim() === "" && whole && !whole.startsWith("\n") ? `\n${whole}` : whole;
  return old.includes("\r\n") ? led.replaceAll("\n", "\r\n") : led;
}

function newHead(head, form, schema) {
  const { opening, yaml, closing } = split(head);
  const before = settled(toForm(read(yaml), schema), schema);
  const after = settled(form, schema);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !same(before[name], after[name]));
  if (changed.length === 0) {
    return head;
  }
  const values = fromForm(form, schema);
  const newline = yaml.includes("\r\n") ? "\r\n" : "\n";
  const written = splice(yaml, changed, values, Object.keys(schema)).replaceAll(
    /\r?\n/g,
    newline,
  );
  // The cut is by lines. Should it ever differ from what was meant, the header is written anew.
  const whole = sameHeader(written, after, schema) ? written : dumped(values);
  return opening + whole + closing;
}

/** What a form says once it is written and read again: no spaces at the ends, no empty fields. */
function settled(form, schema) {
  return toForm(fromForm(form, schema), schema);
}

function sameHeader(yaml, after, schema) {
  try {
    return same(settled(toForm(read(yaml), schema), schema), after);
  } catch {
    return false;
  }
}

/** Replace the lines of changed fields; what is new comes after the field before it in the schema. */
function splice(yaml, changed, values, order) {
  const blocks = blocksOf(yaml);
  for (const name of changed) {
    const at = blocks.findIndex((block) => block.name === name);
    const text = name in values ? dumped({ [name]: values[name] }) : "";
    if (at >= 0) {
      blocks[at] = { ...blocks[at], text };
      continue;
    }
    const rank = order.indexOf(name);
    const before = blocks.findLastIndex(
      (block) => block.name && order.indexOf(block.name) < rank,
    );
    blocks.splice(before + 1, 0, { name, text });
  }
  return blocks.map((block) => block.text).join("");
}

/** Cut a header into fields and what stands between them: a line at the margin begins each. */
function blocksOf(yaml) {
  const blocks = [];
  const lines = yaml.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  for (const line of lines) {
    const key = KEY.exec(line);
    if (key) {
      blocks.push({ name: key[1] ?? key[2] ?? key[3], text: line });
    } else if (/^(?:#|\s*$)/.test(line) || blocks.length === 0) {
      // Kept by itself, so that it outlives the field above it.
      blocks.push({ name: "", text: line });
    } else if (blocks.at(-1).name) {
      blocks.at(-1).text += line;
    } else {
      rejoin(blocks, line);
    }
  }
  return blocks;
}

/** A comment or an empty line inside a field's value belongs to that field after all. */
function rejoin(blocks, line) {
  let tail = line;
  while (blocks.length > 1 && !blocks.at(-1).name) {
    tail = blocks.pop().text + tail;
  }
  blocks.at(-1).text += tail;
}

function read(yaml) {
  return load(yaml, { schema: FAILSAFE_SCHEMA }) ?? {};
}

function dumped(values) {
  const kept = Object.entries(values).filter(([, value]) => !isEmpty(value));
  return kept.length === 0
    ? ""
    : dump(Object.fromEntries(kept), { schema: FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true });
}

function firstLine(text) {
  const line = text.split("\n").find((each) => /\p{L}/u.test(each)) ?? "";
  return line.replace(/^[^\p{L}]+/u, "").slice(0, 80);
}
