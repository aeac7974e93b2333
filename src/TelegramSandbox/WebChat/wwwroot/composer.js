// Writing: the text field, replies and edits, files, the list of commands.
import { post, upload } from "./api.js";
import { byId, element, icon } from "./dom.js";
import { summary } from "./format.js";
import { toast } from "./menus.js";
import { isPrivate, room, store } from "./store.js";
import { t } from "./words.js";

const limit = 4096;
let mode = null; // { kind: "reply" | "edit", message }
let chosen = -1;

const input = () => byId("message-input");
const place = () => ({ person: store.person, chat: store.chat });

export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(`${t("failed")}: ${error.message}`);
    return null;
  }
}

export const sendText = (text) =>
  attempt(() => post("send", { ...place(), text, replyTo: null, thread: store.thread || null }));

export function setMode(kind, message) {
  mode = kind ? { kind, message } : null;
  byId("draft-bar").hidden = !mode;
  if (mode) {
    byId("draft-bar").querySelector(".draft-icon").replaceChildren(icon(kind === "edit" ? "pencil" : "reply"));
    byId("draft-title").textContent = kind === "edit" ? t("editing") : message.from.firstName;
    byId("draft-preview").textContent = summary(message);
    if (kind === "edit") {
      input().value = message.text;
    }

    input().focus();
  }

  refresh();
}

export function insert(text) {
  input().value = text;
  input().focus();
  refresh();
}

export function renderComposer() {
  const chat = room();
  const isOut = ["Blocked", "Kicked", "Left"].includes(chat.botStanding);
  const isEmpty = isPrivate(chat) && chat.botStanding === "NotStarted";
  const blocks = isEmpty || (isPrivate(chat) && isOut);
  byId("composer-row").hidden = blocks;
  byId("start-button").hidden = !blocks;
  byId("start-button").textContent = isEmpty ? t("start") : t("unblock");
  byId("commands-button").hidden = commands().length === 0;
  input().placeholder = t("message");
  input().setAttribute("aria-label", t("message"));
  fit();
}

export async function start() {
  if (room().botStanding !== "NotStarted") {
    await attempt(() => post("standing", { ...place(), bot: "unblock" }));
  }

  await sendText("/start");
  input().focus();
}

export function prepareComposer() {
  input().addEventListener("input", refresh);
  input().addEventListener("keydown", onKey);
  byId("send-button").addEventListener("click", send);
  byId("start-button").addEventListener("click", start);
  byId("draft-cancel").addEventListener("click", () => leaveMode());
  byId("commands-button").addEventListener("click", toggleCommands);
  byId("attach-button").addEventListener("click", () => byId("file-input").click());
  byId("file-input").addEventListener("change", () => sendFiles([...byId("file-input").files]));
  prepareDrop(document.querySelector("main"));
  refresh();
}

function leaveMode() {
  if (mode?.kind === "edit") {
    input().value = "";
  }

  setMode(null);
}

async function send() {
  const text = input().value.trim();
  if (!text || text.length > limit) {
    return;
  }

  const current = mode;
  const sent = await attempt(() => current?.kind === "edit"
    ? post("edit", { ...place(), message: current.message.id, text })
    : post("send", { ...place(), text, replyTo: current?.message.id ?? null, thread: store.thread || null }));
  if (sent !== null) {
    input().value = "";
    setMode(null);
  }
}

// What is written already becomes the caption of the first file.
async function sendFiles(files) {
  byId("file-input").value = "";
  for (const [at, file] of files.entries()) {
    const caption = at === 0 && !mode ? input().value.trim() : "";
    const sent = await attempt(async () => {
      await upload(file, store.person, store.chat, store.thread, caption);
      return true;
    });
    if (sent && caption) {
      input().value = "";
      refresh();
    }
  }
}

function prepareDrop(area) {
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files") && !byId("composer-row").hidden;
  const mark = (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      area.classList.add("dropping");
    }
  };
  area.addEventListener("dragenter", mark);
  area.addEventListener("dragover", mark);
  area.addEventListener("dragleave", (event) => {
    if (!area.contains(event.relatedTarget)) {
      area.classList.remove("dropping");
    }
  });
  area.addEventListener("drop", (event) => {
    area.classList.remove("dropping");
    if (hasFiles(event)) {
      event.preventDefault();
      sendFiles([...event.dataTransfer.files]);
    }
  });
}

function onKey(event) {
  const list = byId("commands");
  if (!list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    event.preventDefault();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    const command = list.hidden ? null : list.children[chosen];
    command ? command.click() : send();
  } else if (event.key === "Escape") {
    list.hidden ? leaveMode() : hideCommands();
  }
}

function fit() {
  input().style.height = "auto";
  input().style.height = `${input().scrollHeight}px`;
}

function refresh() {
  const field = input();
  fit();
  const length = field.value.trim().length;
  byId("counter").hidden = length < limit - 300;
  byId("counter").textContent = String(limit - length);
  byId("counter").classList.toggle("over", length > limit);
  byId("send-button").disabled = length === 0 || length > limit;
  const typed = mode?.kind === "edit" ? null : /^\/(\w*)$/.exec(field.value);
  typed ? showCommands(typed[1]) : hideCommands();
}

const commands = () => room()?.commands[store.person] ?? [];

function toggleCommands() {
  byId("commands").hidden ? showCommands("") : hideCommands();
  input().focus();
}

function showCommands(prefix) {
  const fitting = commands().filter(({ command }) => command.startsWith(prefix.toLowerCase()));
  const list = byId("commands");
  list.setAttribute("aria-label", t("commands"));
  list.replaceChildren(...fitting.map(({ command, description }) => element("li", {
    role: "option",
    onclick: async () => {
      input().value = "";
      refresh();
      await sendText(`/${command}`);
    },
  }, element("b", {}, `/${command}`), element("span", { dir: "auto" }, description))));
  list.hidden = fitting.length === 0;
  choose(prefix ? 0 : -1);
}

function hideCommands() {
  byId("commands").hidden = true;
  chosen = -1;
}

function choose(index) {
  const items = [...byId("commands").children];
  chosen = items.length === 0 ? -1 : Math.min(Math.max(index, -1), items.length - 1);
  items.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
  items[chosen]?.scrollIntoView({ block: "nearest" });
}
