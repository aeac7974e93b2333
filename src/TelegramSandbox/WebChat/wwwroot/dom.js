// Small helpers to build elements. Text only ever becomes text nodes.
const svgNamespace = "http://www.w3.org/2000/svg";

const paths = {
  send: "M3 20.5 21 12 3 3.5v6.6L15 12 3 13.9z",
  attach: "M16.5 6v11a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0v10a1.5 1.5 0 0 1-3 0V6H9v9.5a3 3 0 0 0 6 0v-10a4.5 4.5 0 0 0-9 0V17a6 6 0 0 0 12 0V6z",
  back: "M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z",
  dots: "M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4m0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4m0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  info: "M11 17h2v-6h-2zm1-15a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16m-1-11h2V7h-2z",
  slash: "M4 4h16v16H4zm2 2v12h12V6zm3.2 10 4-8h1.8l-4 8z",
  close: "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z",
  down: "M7.4 8.6 12 13.2l4.6-4.6L18 10l-6 6-6-6z",
  reply: "M10 9V5l-7 7 7 7v-4.1c5 0 8.5 1.6 11 5.1-1-5-4-10-11-11",
  pencil: "M3 17.2V21h3.8L17.8 9.9 14.1 6.2zM20.7 7a1 1 0 0 0 0-1.4l-2.3-2.3a1 1 0 0 0-1.4 0l-1.8 1.8 3.7 3.7z",
  file: "M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2m7 1.5V9h5.5z",
};

export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") {
      node.className = value;
    } else if (name === "data") {
      Object.assign(node.dataset, value);
    } else if (name.startsWith("on")) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }

  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", paths[name]);
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}

// One tick: Telegram has the message. Two: the bot has reacted since.
export function ticks(count) {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 17 12");
  svg.setAttribute("aria-hidden", "true");
  for (const shift of count === 2 ? [0, 5] : [3]) {
    const path = document.createElementNS(svgNamespace, "path");
    path.setAttribute("d", `M${1 + shift} 6.3l3 3.2 6.5-7.5`);
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "1.5");
    path.setAttribute("stroke-linecap", "round");
    svg.append(path);
  }

  return svg;
}

export const byId = (id) => document.getElementById(id);

export function label(node, text) {
  node.setAttribute("aria-label", text);
  node.title = text;
}

export function avatar(node, name, id) {
  node.textContent = [...name][0] ?? "?";
  node.dataset.color = String(Math.abs(id) % 6);
  return node;
}

// Moves while somebody writes.
export const dots = () => element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i"));
