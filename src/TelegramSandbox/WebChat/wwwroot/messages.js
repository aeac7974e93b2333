// The list of messages of the open chat.
import { byId, dots, element, icon, label, ticks } from "./dom.js";
import { render } from "./entities.js";
import { dayKey, dayName, size, summary, timeOf } from "./format.js";
import { isPrivate, room, shown, store } from "./store.js";
import { t } from "./words.js";

// Nodes of messages that did not change are kept, and with them what was unfolded, revealed or focused.
let kept = new Map();

export function renderMessages(act) {
  const scroller = byId("scroller");
  const wasAtEnd = isAtEnd();
  const messages = shown();
  const nodes = [];
  const next = new Map();
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || dayKey(before) !== dayKey(message)) {
      nodes.push(element("div", { class: "day" }, dayName(message)));
    }

    nodes.push(keptNode(next, message, before, messages[index + 1], act));
  });
  kept = next;
  const draft = store.drafts.get(store.chat);
  if (draft) {
    nodes.push(draftNode(draft, act));
  }

  replaceNodes(byId("messages"), nodes.length > 0 ? nodes : [emptyNode()]);
  if (wasAtEnd) {
    scroller.scrollTop = scroller.scrollHeight;
  }
}

function keptNode(next, message, before, after, act) {
  const original = message.replyToMessageId && room().messages.find((other) => other.id === message.replyToMessageId);
  const signature = JSON.stringify([
    message, original && [original.from.firstName, summary(original)], joins(message, before), joins(message, after),
    isReactedTo(message), store.person, store.chat,
  ]);
  const old = kept.get(message.id);
  const entry = old?.signature === signature ? old : { signature, node: messageNode(message, before, after, act) };
  next.set(message.id, entry);
  return entry.node;
}

// Leaves nodes that stay where they are alone: moving them would take the focus and restart animations.
function replaceNodes(parent, nodes) {
  const wanted = new Set(nodes);
  [...parent.childNodes].filter((node) => !wanted.has(node)).forEach((node) => node.remove());
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node) {
      parent.insertBefore(node, parent.childNodes[index] ?? null);
    }
  });
}

const joins = (message, other) => Boolean(other) && other.from.id === message.from.id && dayKey(other) === dayKey(message);

// Whether the bot did something since the person's message: the second tick.
const isReactedTo = (message) => message.from.id === store.person
  && (store.typing.has(store.chat) || store.drafts.has(store.chat) || room().messages.some((other) => other.from.isBot && other.id > message.id));

export const isAtEnd = () => {
  const scroller = byId("scroller");
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
};

export function scrollToEnd() {
  const scroller = byId("scroller");
  scroller.scrollTop = scroller.scrollHeight;
}

export function jumpTo(messageId) {
  const node = document.querySelector(`.message[data-message-id="${messageId}"]`);
  if (!node) {
    return;
  }

  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.classList.remove("flash");
  requestAnimationFrame(() => node.classList.add("flash"));
}

function messageNode(message, before, after, act) {
  const own = message.from.id === store.person;
  const classes = ["message", own && "own", !joins(message, before) && "first", !joins(message, after) && "last"].filter(Boolean).join(" ");
  const actions = element("button", { type: "button", class: "actions", onclick: (event) => act.menu(message, event) }, icon("dots"));
  label(actions, t("actions"));
  const bubble = element("div", { class: "bubble", onclick: (event) => isTap(event) && act.menu(message, event) },
    !own && !isPrivate(room()) && !joins(message, before) ? element("div", { class: "author", dir: "auto" }, message.from.firstName) : null,
    quoteNode(message),
    documentNode(message.document),
    message.text ? render(message.text, message.entities, act.command) : null,
    metaNode(message, own),
    reactionsNode(message, act));
  const body = element("div", { class: "body" }, bubble, keyboardNode(message, act), actions);
  return element("article", {
    class: classes,
    data: { messageId: message.id, from: own ? "me" : message.from.isBot ? "bot" : "other" },
    oncontextmenu: (event) => act.menu(message, event),
  }, body);
}

const isTap = (event) => matchMedia("(hover: none)").matches && !event.target.closest("a, button, .spoiler");

function quoteNode(message) {
  if (!message.replyToMessageId) {
    return null;
  }

  const original = room().messages.find((other) => other.id === message.replyToMessageId);
  const quote = element("button", { type: "button", class: "quote", onclick: () => jumpTo(message.replyToMessageId) },
    element("b", { dir: "auto" }, original?.from.firstName ?? t("deleted")),
    element("span", { dir: "auto" }, message.quote ?? (original ? summary(original) : "…")));
  quote.title = t("jump");
  return quote;
}

function documentNode(file) {
  if (!file) {
    return null;
  }

  const url = `/sandbox/file/${encodeURIComponent(file.fileId)}`;
  return file.isPhoto
    ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: t("photo") },
      element("img", { class: "photo", src: url, alt: t("photo"), width: file.width, height: file.height }))
    : element("a", { class: "document", href: url, download: file.fileName },
      element("span", { class: "disc" }, icon("file")),
      element("span", {}, element("b", { dir: "auto" }, file.fileName), element("span", {}, size(file.size))));
}

function metaNode(message, own) {
  return element("span", { class: "meta" },
    message.isEdited ? element("span", { class: "edited" }, t("edited")) : null,
    element("time", { datetime: message.date }, timeOf(message)),
    own ? ticks(isReactedTo(message) ? 2 : 1) : null);
}

function reactionsNode(message, act) {
  const byEmoji = Map.groupBy(Object.entries(message.reactions), ([, emoji]) => emoji);
  if (byEmoji.size === 0) {
    return null;
  }

  return element("div", { class: "reactions" }, ...[...byEmoji].map(([emoji, people]) => {
    const mine = people.some(([id]) => Number(id) === store.person);
    return element("button", { type: "button", class: mine ? "mine" : "", onclick: () => act.react(message, mine ? "" : emoji) },
      people.length > 1 ? `${emoji} ${people.length}` : emoji);
  }));
}

function keyboardNode(message, act) {
  if (message.inlineKeyboard.length === 0) {
    return null;
  }

  return element("div", { class: "keyboard" }, ...message.inlineKeyboard.map((row) =>
    element("div", { class: "row" }, ...row.map((button) => buttonNode(message, button, act)))));
}

function buttonNode(message, button, act) {
  const classes = `inline-button ${button.style ?? ""}`.trim();
  if (button.url) {
    return element("a", { class: classes, href: button.url, target: "_blank", rel: "noopener noreferrer" },
      button.text, element("span", { class: "corner", "aria-hidden": "true" }, "↗"));
  }

  return element("button", {
    type: "button", class: classes, dir: "auto", data: { callback: button.callbackData ?? "" },
    onclick: (event) => act.press(message, button, event.currentTarget),
  }, button.text);
}

// What the bot is still writing; Telegram, too, shows a way to stop it only where the bot offers one.
function draftNode(draft, act) {
  const isStoppable = draft.canStop && !draft.isStopped;
  return element("article", { class: "message first last preview", "aria-label": t("writing") },
    element("div", { class: "body" },
      element("div", { class: "bubble" },
        render(draft.text || t("thinking"), draft.entities, () => {}),
        draft.isStopped ? null : element("span", { class: "meta" }, t("writing"), dots())),
      isStoppable
        ? element("div", { class: "keyboard" }, element("div", { class: "row" },
          element("button", { type: "button", class: "inline-button stop", onclick: () => act.stop(draft) }, `⏹ ${t("stop")}`)))
        : null));
}

function emptyNode() {
  const bot = store.state.bot;
  const language = store.state.people.find((person) => person.id === store.person)?.language;
  const description = bot.descriptions[language] || bot.descriptions[""];
  return isPrivate(room()) && description
    ? element("div", { class: "empty", dir: "auto" }, element("b", {}, t("whatCanBotDo")), description)
    : element("div", { class: "empty" }, t("noMessages"));
}

