// What the page knows, and which person and chat it shows.
export const store = {
  state: { bot: {}, people: [], chats: [] },
  person: 0,
  chat: 0,
  thread: 0,
  read: new Map(),
  typing: new Map(),
  drafts: new Map(),
  inChat: false,
};

export const me = () => store.state.people.find((person) => person.id === store.person);
export const room = (id = store.chat) => store.state.chats.find((chat) => chat.id === id);
export const myChats = () => store.state.chats.filter((chat) => chat.members.includes(store.person));
export const isPrivate = (chat) => chat.key === "private";
export const titleOf = (chat) => (isPrivate(chat) ? store.state.bot.name : chat.title);
export const inThread = (message) => room()?.topics.length ? (message.threadId ?? 0) === store.thread : true;
export const shown = () => room()?.messages.filter(inThread) ?? [];

export function replaceState(state) {
  store.state = state;
  if (!me()) {
    store.person = state.people[0].id;
  }

  if (!myChats().some((chat) => chat.id === store.chat)) {
    store.chat = myChats()[0].id;
  }
}

export function putMessage(chatId, message) {
  const messages = room(chatId)?.messages;
  if (!messages) {
    return;
  }

  const index = messages.findIndex((other) => other.id === message.id);
  if (index >= 0) {
    messages[index] = message;
  } else {
    messages.push(message);
    messages.sort((a, b) => a.id - b.id);
  }
}

export function removeMessage(chatId, messageId) {
  const chat = room(chatId);
  if (chat) {
    chat.messages = chat.messages.filter((message) => message.id !== messageId);
  }
}

const readKey = (chatId) => `${store.person}:${chatId}`;

export function markRead(chatId) {
  store.read.set(readKey(chatId), room(chatId)?.messages.at(-1)?.id ?? 0);
}

export function markAllRead() {
  for (const person of store.state.people) {
    for (const chat of store.state.chats) {
      store.read.set(`${person.id}:${chat.id}`, chat.messages.at(-1)?.id ?? 0);
    }
  }
}

export const unread = (chat) =>
  chat.messages.filter((message) => message.id > (store.read.get(readKey(chat.id)) ?? 0) && message.from.id !== store.person).length;
