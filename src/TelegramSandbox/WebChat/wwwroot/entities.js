// Turns a text and its entities (UTF-16 offsets, as in JavaScript) into nodes.
import { element, icon, label } from "./dom.js";
import { t } from "./words.js";

const tags = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };

export function render(text, entities, onCommand) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const root = element("span", { class: "text", dir: "auto" });
  fill(root, text, 0, text.length, sorted, onCommand);
  if (/^(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*){1,3}$/u.test(text)) {
    root.classList.add("only-emoji");
  }

  return root;
}

function fill(parent, text, start, end, entities, onCommand) {
  let position = start;
  let rest = entities;
  while (rest.length > 0) {
    const [first, ...others] = rest;
    const from = Math.max(first.offset, position);
    const to = Math.min(first.offset + first.length, end);
    if (to <= from) {
      rest = others;
      continue;
    }

    parent.append(text.slice(position, from));
    const { node, inner } = wrap(first, text.slice(from, to), onCommand);
    fill(inner, text, from, to, others.filter((other) => other.offset < to), onCommand);
    parent.append(node);
    position = to;
    if (node.tagName === "BLOCKQUOTE" || node.tagName === "PRE") {
      // The block ends its line by itself.
      position += text[position] === "\n" ? 1 : 0;
    }

    rest = others.filter((other) => other.offset + other.length > to);
  }

  parent.append(text.slice(Math.min(position, end), end));
}

function wrap(entity, content, onCommand) {
  switch (entity.type) {
    case "pre":
      return same(element("pre", { data: entity.language ? { language: entity.language } : {} }));
    case "blockquote":
      return same(element("blockquote"));
    case "expandable_blockquote":
      return foldable();
    case "spoiler":
      return same(spoiler());
    case "text_link":
      return same(link(entity.url));
    case "url":
      return same(link(content.includes("://") ? content : `https://${content}`));
    case "email":
      return same(link(`mailto:${content}`));
    case "bot_command":
      return same(element("button", { type: "button", class: "entity", onclick: () => onCommand(content) }));
    case "mention":
    case "hashtag":
    case "text_mention":
      return same(element("span", { class: "entity" }));
    default:
      return same(element(tags[entity.type] ?? "span"));
  }
}

const same = (node) => ({ node, inner: node });

function link(url) {
  const safe = /^(https?|mailto|tel|tg|ftp):/i.test(url ?? "") ? url : undefined;
  return element("a", { href: safe, target: "_blank", rel: "noopener noreferrer", title: safe });
}

function spoiler() {
  const show = () => node.classList.add("shown");
  const node = element("span", {
    class: "spoiler", role: "button", tabindex: "0", onclick: show, onkeydown: (event) => event.key === "Enter" && show(),
  });
  return node;
}

// Folded when it is longer than three lines, which only the layout knows.
function foldable() {
  const inner = element("span", { class: "inner" });
  const fold = element("button", { type: "button", class: "fold", "aria-expanded": "false", hidden: true }, icon("down"));
  const node = element("blockquote", { class: "collapsed" }, inner, fold);
  label(fold, t("showMore"));
  fold.addEventListener("click", () => {
    const collapsed = node.classList.toggle("collapsed");
    fold.setAttribute("aria-expanded", String(!collapsed));
  });
  requestAnimationFrame(() => {
    fold.hidden = inner.scrollHeight <= inner.clientHeight + 2;
  });
  return { node, inner };
}
