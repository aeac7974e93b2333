// The people at the top, the list of chats, and the header of the open one.
import { avatar, byId, dots, element } from "./dom.js";
import { shortWhen, summary } from "./format.js";
import { isPrivate, myChats, room, store, titleOf, unread } from "./store.js";
import { t } from "./words.js";

export function renderPersonas(onChoose) {
  const personas = byId("personas");
  personas.setAttribute("aria-label", t("as"));
  personas.replaceChildren(...store.state.people.map((person) => element("button", {
    type: "button",
    class: "persona",
    role: "radio",
    "aria-checked": String(person.id === store.person),
    title: `@${person.username} · ${person.language}`,
    data: { persona: person.role },
    onclick: () => onChoose(person.id),
  }, element("b", {}, person.name), element("span", {}, t(person.role)))));
}

export function renderChats(onChoose) {
  const list = byId("chats");
  list.setAttribute("aria-label", t("chats"));
  list.replaceChildren(...myChats().map((chat) => chatItem(chat, onChoose)));
}

function chatItem(chat, onChoose) {
  const last = chat.messages.at(-1);
  const count = unread(chat);
  const author = last && (last.from.id === store.person ? `${t("you")}: ` : isPrivate(chat) ? "" : `${last.from.firstName}: `);
  return element("button", {
    type: "button",
    class: "chat-item",
    "aria-current": String(chat.id === store.chat),
    data: { chat: chat.key, chatId: chat.id },
    onclick: () => onChoose(chat.id),
  },
  avatar(element("span", { class: "avatar", "aria-hidden": "true" }), titleOf(chat), isPrivate(chat) ? 3 : chat.id),
  element("span", { class: "lines" },
    element("span", { class: "line" },
      element("span", { class: "name" }, titleOf(chat)), element("span", { class: "when" }, last ? shortWhen(last) : "")),
    element("span", { class: "line" },
      element("span", { class: "preview", dir: "auto" }, last ? author + summary(last) : ""),
      count > 0 ? element("span", { class: "badge" }, String(count)) : null)));
}

export function renderHeader(isConnected, onTopic) {
  const chat = room();
  byId("chat-title").textContent = titleOf(chat);
  avatar(byId("chat-avatar"), titleOf(chat), isPrivate(chat) ? 3 : chat.id);
  const status = byId("chat-status");
  const isTyping = store.typing.has(chat.id);
  status.classList.toggle("typing", isTyping);
  if (!isConnected) {
    status.textContent = t("lost");
  } else if (isTyping) {
    status.replaceChildren(isPrivate(chat) ? t("typing") : `${store.state.bot.name}: ${t("typing")}`, dots());
  } else {
    status.textContent = isPrivate(chat) ? t("bot") : `${chat.members.length + 1} ${t("members")}`;
  }

  renderTopics(chat, onTopic);
}

function renderTopics(chat, onTopic) {
  const topics = chat.topics.length > 0 ? [{ id: 0, name: t("general") }, ...chat.topics] : [];
  byId("topics").replaceChildren(...topics.map((topic) => element("button", {
    type: "button",
    role: "tab",
    "aria-selected": String(topic.id === store.thread),
    data: { topic: topic.id },
    onclick: () => onTopic(topic.id),
  }, topic.name)));
}
