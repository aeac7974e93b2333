// Starts the page: loads the state, listens for changes, and connects the parts.
import { listen, loadState, post } from "./api.js";
import { renderChats, renderHeader, renderPersonas } from "./chats.js";
import { attempt, insert, prepareComposer, renderComposer, sendText, setMode } from "./composer.js";
import { byId, element, icon, label } from "./dom.js";
import { alertDialog, infoDialog, openMenu, prepareMenus, toast } from "./menus.js";
import { isAtEnd, renderMessages, scrollToEnd } from "./messages.js";
import { isPrivate, markAllRead, markRead, me, myChats, putMessage, removeMessage, replaceState, room, store } from "./store.js";
import { locale, t } from "./words.js";

const typingFor = 5000;
const draftFor = 30000;
const answerWithin = 15000;
const quickReactions = ["👍", "👎", "❤", "🔥", "🤔"];
const waiting = new Map(); // callback query id -> button that shows it is waited for
const early = new Map(); // answers that came before the press was confirmed
let connected = true;

const act = {
  command: (text) => sendText(text),
  react: (message, emoji) => attempt(() => post("react", { ...place(), message: message.id, emoji })),
  menu: (message, event) => openMenu(event, messageItems(message), quickReactions.map((emoji) => ({ text: emoji, run: () => act.react(message, emoji) }))),
  press,
  stop: (draft) => attempt(() => post("stop", { ...place(), draft: draft.id })),
};

const place = () => ({ person: store.person, chat: store.chat });

async function press(message, button, node) {
  if (button.copyText) {
    await navigator.clipboard.writeText(button.copyText);
    toast(t("copied"));
    return;
  }

  if (button.switchInlineQuery !== null) {
    insert(`@${store.state.bot.username} ${button.switchInlineQuery}`);
    return;
  }

  node.classList.add("waiting");
  const pressed = await attempt(() => post("press", { ...place(), message: message.id, data: button.callbackData }));
  if (pressed && !early.delete(pressed.query)) {
    waiting.set(pressed.query, node);
    setTimeout(() => waiting.delete(pressed.query) && node.classList.remove("waiting"), answerWithin);
  } else {
    node.classList.remove("waiting");
  }
}

function messageItems(message) {
  const own = message.from.id === store.person;
  return [
    { text: t("reply"), run: () => setMode("reply", message) },
    ...(message.text ? [{ text: t("copy"), run: () => navigator.clipboard.writeText(message.text).then(() => toast(t("copied"))) }] : []),
    ...(own && message.text ? [{ text: t("edit"), run: () => setMode("edit", message) }] : []),
    ...(own ? [{ text: t("remove"), danger: true, run: () => attempt(() => post("delete", { ...place(), message: message.id })) }] : []),
  ];
}

function chatItems() {
  const chat = room();
  const standing = (bot) => () => attempt(() => post("standing", { ...place(), bot }));
  const other = me().language === "ru" ? "en" : "ru";
  const language = { text: `${t("language")}: ${me().language} → ${other}`, run: () => attempt(() => post("language", { person: store.person, language: other })) };
  if (isPrivate(chat)) {
    return [language, ...(chat.botStanding === "Member" ? [{ text: t("block"), danger: true, run: standing("block") }] : [])];
  }

  const isIn = ["Member", "Administrator"].includes(chat.botStanding);
  return [
    language,
    ...(chat.botStanding === "Member" ? [{ text: t("promote"), run: standing("promote") }] : []),
    isIn ? { text: t("kick"), danger: true, run: standing("kick") } : { text: t("add"), run: standing("add") },
  ];
}

function renderAll() {
  renderPersonas(choosePerson);
  renderChats(chooseChat);
  renderHeader(connected, chooseTopic);
  byId("app").classList.toggle("in-chat", store.inChat);
  renderMessages(act);
  renderComposer();
}

function open() {
  setMode(null);
  markRead(store.chat);
  rememberPlace();
  renderAll();
  scrollToEnd();
}

function choosePerson(id) {
  const key = room().key;
  store.person = id;
  store.chat = (myChats().find((chat) => chat.key === key) ?? myChats()[0]).id;
  open();
}

function chooseChat(id) {
  store.chat = id;
  store.thread = 0;
  store.inChat = true;
  open();
}

function chooseTopic(id) {
  store.thread = id;
  open();
}

// A link to the bot leads into the private chat with it, as in Telegram; here nothing more is to be tapped.
function followToBot(event) {
  const link = event.target.closest?.("a[href^='https://t.me/']");
  const url = link && new URL(link.href);
  if (url?.pathname === `/${store.state.bot.username}`) {
    event.preventDefault();
    chooseChat(myChats().find(isPrivate).id);
    sendText(`/start ${url.searchParams.get("start") ?? ""}`.trim());
  }
}

// The address keeps the place, so that a reload or a link opens the same chat as the same person.
function rememberPlace() {
  const key = store.inChat || innerWidth >= 720 ? `/${room().key}` : "";
  history.replaceState(null, "", `#${me().role}${key}`);
}

function recallPlace() {
  const [role, key] = location.hash.slice(1).split("/");
  store.person = store.state.people.find((person) => person.role === role)?.id ?? store.state.people[0].id;
  store.chat = (myChats().find((chat) => chat.key === key) ?? myChats()[0]).id;
  store.inChat = Boolean(key) || !location.hash;
}

function forget(map, chat, timer) {
  if (map.get(chat)?.timer === timer) {
    map.delete(chat);
    renderAll();
  }
}

function keep(map, chat, value, duration) {
  clearTimeout(map.get(chat)?.timer);
  const timer = setTimeout(() => forget(map, chat, timer), duration);
  map.set(chat, { ...value, timer });
  renderAll();
}

async function reload() {
  replaceState(await loadState());
  takeDrafts();
  renderAll();
}

// What was being written when the page was loaded.
function takeDrafts() {
  store.state.chats.forEach((chat) => chat.drafts.forEach((draft) => handlers.draft(chat.id, draft)));
}

const handlers = {
  message: (chat, message) => {
    putMessage(chat, message);
    if (message.from.isBot) {
      store.typing.delete(chat);
    }

    if (chat === store.chat && store.inChat) {
      markRead(chat);
    }

    if (room(chat)?.botStanding === "NotStarted") {
      room(chat).botStanding = "Member";
    }

    const stay = message.from.id === store.person && chat === store.chat;
    renderAll();
    if (stay) {
      scrollToEnd();
    }
  },
  deleted: (chat, id) => {
    removeMessage(chat, id);
    renderAll();
  },
  typing: (chat, action) => (action === "cancel" ? handlers.typingEnds(chat) : keep(store.typing, chat, {}, typingFor)),
  typingEnds: (chat) => {
    store.typing.delete(chat);
    renderAll();
  },
  draft: (chat, draft) => {
    store.typing.delete(chat);
    keep(store.drafts, chat, draft, Date.parse(draft.date) + draftFor - Date.now());
  },
  draftEnds: (chat) => {
    clearTimeout(store.drafts.get(chat)?.timer);
    store.drafts.delete(chat);
    renderAll();
  },
  answer: (chat, answer) => {
    if (answer.personId !== store.person) {
      return;
    }

    const node = waiting.get(answer.queryId);
    node?.classList.remove("waiting");
    if (!waiting.delete(answer.queryId)) {
      early.set(answer.queryId, true);
    }

    if (answer.text) {
      answer.showAlert ? alertDialog(answer.text) : toast(answer.text);
    }
  },
  commands: reload,
  people: reload,
  chat: reload,
  reset: reload,
};

function prepareButtons() {
  const buttons = {
    "info-button": ["info", "info"], "back-button": ["back", "back"], "menu-button": ["dots", "menu"], "down-button": ["down", "down"],
    "commands-button": ["slash", "commands"], "attach-button": ["attach", "attach"], "send-button": ["send", "send"], "draft-cancel": ["close", "cancel"],
  };
  for (const [id, [shape, word]] of Object.entries(buttons)) {
    byId(id).append(icon(shape));
    label(byId(id), t(word));
  }

  byId("info-button").addEventListener("click", () => infoDialog([element("p", {}, `Bot API: ${location.origin}/bot…/`)]));
  byId("back-button").addEventListener("click", () => {
    store.inChat = false;
    rememberPlace();
    renderAll();
  });
  byId("menu-button").addEventListener("click", (event) => openMenu(event, chatItems()));
  byId("down-button").addEventListener("click", scrollToEnd);
  keepEndInView();
  byId("scroller").addEventListener("scroll", () => { byId("down-button").hidden = isAtEnd(); });
}

// When the place for messages shrinks (a taller text field, a list of commands), the newest stay in view.
function keepEndInView() {
  let wasAtEnd = true;
  byId("scroller").addEventListener("scroll", () => { wasAtEnd = isAtEnd(); });
  new ResizeObserver(() => wasAtEnd && scrollToEnd()).observe(byId("scroller"));
}

document.documentElement.lang = locale;
replaceState(await loadState());
recallPlace();
markAllRead();
prepareMenus();
prepareButtons();
document.addEventListener("click", followToBot);
prepareComposer();
takeDrafts();
open();
listen(store.state.cursor, handlers, (isConnected) => {
  connected = isConnected;
  renderHeader(connected, chooseTopic);
});
