// The smallest pieces: an element, an icon, a platform's badge. Texts become text nodes: what
// strangers write is never read as markup.
export const NAMES = { x: "X", facebook: "Facebook", instagram: "Instagram" };
const SHAPES = {
  x: "M4 4l16 16M20 4L4 20",
  facebook: "M16.5 3.5h-2a3.5 3.5 0 00-3.5 3.5v14M7 11.5h8.5",
  instagram: "M8 3h8a5 5 0 015 5v8a5 5 0 01-5 5H8a5 5 0 01-5-5V8a5 5 0 015-5zM12 8a4 4 0 110 8 4 4 0 010-8zM17 6.9v.2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  clock: "M12 4a8 8 0 110 16 8 8 0 010-16zM12 8v4l3 2",
  posts: "M4 5h16v11H11l-4 4v-4H4z",
  answers: "M10 6l-6 5 6 5M4 11h9a6 6 0 016 6v2",
  waiting: "M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 9",
  refusals: "M12 3a9 9 0 110 18 9 9 0 010-18zM6 6l12 12",
  below: "M6 4v8a3 3 0 003 3h9M14 11l4 4-4 4",
  all: "M4 7h16M4 12h16M4 17h16",
};

export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", SHAPES[name]);
  const look = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": 2.4 };
  Object.entries({ ...look, "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": true })
    .forEach(([key, value]) => svg.setAttribute(key, value));
  svg.append(path);
  return svg;
}

export function badge(platform) {
  const element = make("span", `badge ${platform}`, icon(platform));
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", NAMES[platform]);
  return element;
}
