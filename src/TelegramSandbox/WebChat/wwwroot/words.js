// The page's own words, in the language of the browser.
const words = {
  en: {
    as: "You are", user: "User", moderator: "Moderator", admin: "Admin",
    message: "Message", send: "Send", attach: "Attach a file", commands: "Commands", back: "Back to chats", menu: "Chat menu",
    info: "About this sandbox", start: "Start", unblock: "Unblock and restart the bot", down: "Newest messages",
    bot: "bot", typing: "typing", members: "members", edited: "edited", today: "Today", yesterday: "Yesterday",
    reply: "Reply", copy: "Copy text", edit: "Edit", remove: "Delete", cancel: "Cancel", editing: "Edit message",
    copied: "Copied", blocked: "You stopped the bot", kicked: "The bot is not in this group",
    block: "Stop and block the bot", kick: "Remove the bot", add: "Add the bot", promote: "Make the bot an administrator",
    language: "Telegram language", general: "General", you: "You", document: "Document", photo: "Photo", deleted: "Deleted message",
    actions: "Message actions", noMessages: "No messages here yet…", whatCanBotDo: "What can this bot do?", lost: "Connecting…",
    failed: "That did not work", noAnswer: "The bot did not answer", writing: "being written", thinking: "Thinking…", stop: "Stop", chats: "Chats", showMore: "Show more or less", jump: "Go to the message",
    infoText: [
      "This is a local sandbox; nothing leaves this machine. It looks and behaves like Telegram, but no Telegram server is involved.",
      "Switch between three people at the top: a user, a moderator and an administrator. Each has a private chat with the bot, and all share a group and a forum. The moderator and the administrator also have a group of their own, which the user does not see.",
      "Messages are kept in memory and are gone when the program stops.",
    ],
  },
  ru: {
    as: "Вы —", user: "Пользователь", moderator: "Модератор", admin: "Администратор",
    message: "Сообщение", send: "Отправить", attach: "Прикрепить файл", commands: "Команды", back: "К списку чатов", menu: "Меню чата",
    info: "О песочнице", start: "Запустить", unblock: "Разблокировать и перезапустить", down: "К последним сообщениям",
    bot: "бот", typing: "печатает", members: "участника", edited: "изменено", today: "Сегодня", yesterday: "Вчера",
    reply: "Ответить", copy: "Копировать текст", edit: "Изменить", remove: "Удалить", cancel: "Отмена", editing: "Изменение сообщения",
    copied: "Скопировано", blocked: "Вы остановили бота", kicked: "Бота нет в этой группе",
    block: "Остановить и заблокировать", kick: "Удалить бота", add: "Добавить бота", promote: "Сделать бота администратором",
    language: "Язык Telegram", general: "Общее", you: "Вы", document: "Документ", photo: "Фото", deleted: "Удалённое сообщение",
    actions: "Действия с сообщением", noMessages: "Здесь пока нет сообщений…", whatCanBotDo: "Что умеет этот бот?", lost: "Соединение…",
    failed: "Не получилось", noAnswer: "Бот не ответил", writing: "пишется", thinking: "Думаю…", stop: "Остановить", chats: "Чаты", showMore: "Развернуть или свернуть", jump: "Перейти к сообщению",
    infoText: [
      "Это локальная песочница: ничего не покидает этот компьютер. Она выглядит и ведёт себя как Telegram, но серверы Telegram не участвуют.",
      "Вверху можно переключаться между тремя людьми: пользователем, модератором и администратором. У каждого личный чат с ботом, у всех общие группа и форум. У модератора и администратора есть ещё своя группа, которой пользователь не видит.",
      "Сообщения хранятся в памяти и исчезают, когда программа завершается.",
    ],
  },
};

export const locale = navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en";
export const t = (key) => words[locale][key] ?? words.en[key] ?? key;
