// Menus, dialogs and passing notes.
import { byId, element } from "./dom.js";
import { t } from "./words.js";

let toastTimer = 0;
let opener = null;

export function openMenu(event, items, emoji = []) {
  event.preventDefault();
  const menu = byId("menu");
  opener = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
  const reactions = emoji.map(({ text, run }) => entry(text, run));
  menu.replaceChildren(
    ...(reactions.length > 0 ? [element("div", { class: "emoji-row" }, ...reactions)] : []),
    ...items.map(({ text, run, danger }) => entry(text, run, danger)));
  menu.hidden = false;
  place(menu, event);
  menu.querySelector("button:not(.emoji-row button)")?.focus();
}

export function closeMenu() {
  const menu = byId("menu");
  if (!menu.hidden) {
    menu.hidden = true;
    opener?.focus?.();
  }
}

export function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { node.hidden = true; }, 3500);
}

export function alertDialog(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

export function infoDialog(details) {
  byId("info-title").textContent = t("info");
  byId("info-body").replaceChildren(...t("infoText").map((text) => element("p", {}, text)), ...details);
  byId("info").showModal();
}

export function prepareMenus() {
  document.addEventListener("pointerdown", (event) => byId("menu").contains(event.target) || closeMenu());
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenu());
  byId("menu").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const entries = [...byId("menu").querySelectorAll("button")];
      entries.at((entries.indexOf(document.activeElement) + step) % entries.length).focus();
      event.preventDefault();
    }
  });
}

function entry(text, run, danger) {
  return element("button", {
    type: "button", role: "menuitem", class: danger ? "danger" : "", onclick: () => { closeMenu(); run(); },
  }, text);
}

function place(menu, event) {
  const anchor = opener?.getBoundingClientRect();
  const x = event.clientX || anchor?.left || 0;
  const y = event.clientY || anchor?.bottom || 0;
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
}
