// Dates, sizes and short texts as Telegram shows them.
import { locale, t } from "./words.js";

const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const short = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit" });

export const timeOf = (message) => time.format(new Date(message.date));
export const dayKey = (message) => new Date(message.date).toDateString();

export function dayName(message) {
  const date = new Date(message.date);
  const now = new Date();
  if (date.toDateString() === now.toDateString()) {
    return t("today");
  }

  now.setDate(now.getDate() - 1);
  return date.toDateString() === now.toDateString() ? t("yesterday") : day.format(date);
}

export const shortWhen = (message) =>
  dayKey(message) === new Date().toDateString() ? timeOf(message) : short.format(new Date(message.date));

export function summary(message) {
  if (message.text) {
    return message.text.replaceAll(/\s+/g, " ").slice(0, 120);
  }

  return message.document?.isPhoto ? t("photo") : message.document?.fileName ?? "";
}

export function size(bytes) {
  const units = ["B", "KB", "MB"];
  let index = 0;
  let value = bytes;
  while (value >= 1024 && index < units.length - 1) {
    value /= 1024;
    index++;
  }

  return `${index === 0 ? value : value.toFixed(1)} ${units[index]}`;
}
