// Draws /sandbox/feed, again every second while the page is looked at. Texts reach the page only
// as text nodes: what strangers write is never read as markup.
const EVERY_MS = 1000;
const NAMES = { x: "X", facebook: "Facebook", instagram: "Instagram" };
const SHAPES = {
  x: "M4 4l16 16M20 4L4 20",
  facebook: "M14 21v-8h3l.6-3.6H14V7.2c0-1.2.5-2 2-2h1.8V2.3C17 2.1 16 2 15 2c-3 0-4.7 1.8-4.7 4.8v2.6H7V13h3.3v8",
  instagram: "M8 3h8a5 5 0 015 5v8a5 5 0 01-5 5H8a5 5 0 01-5-5V8a5 5 0 015-5zM12 8a4 4 0 110 8 4 4 0 010-8zM17 6.9v.2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  clock: "M12 4a8 8 0 110 16 8 8 0 010-16zM12 8v4l3 2",
};
const $ = (selector) => document.querySelector(selector);
const seen = new Set();
const shownTimes = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const shownDays = new Intl.DateTimeFormat([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
let chosen = "all";
let drawn = "";

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null));
  return element;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", SHAPES[name]);
  const look = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": 2.4 };
  Object.entries({ ...look, "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": true })
    .forEach(([key, value]) => svg.setAttribute(key, value));
  svg.append(path);
  return svg;
}

function badge(platform) {
  const element = make("span", `badge ${platform}`, icon(platform));
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", NAMES[platform]);
  return element;
}

function initials(name) {
  const words = name.replace(/[^\p{L}\p{N} ]/gu, " ").trim().split(/\s+/);
  return words.slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase() || "?";
}

function avatar(author) {
  const element = make("span", "avatar", initials(author.name));
  const hue = [...author.id + author.handle].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 360, 7);
  element.style.setProperty("--hue", hue);
  element.setAttribute("aria-hidden", "true");
  return element;
}

function seconds(count) {
  if (count < 10) return `${count.toFixed(1)} s`;
  if (count < 90) return `${Math.round(count)} s`;
  if (count < 5400) return `${Math.round(count / 60)} min`;
  return count < 172800 ? `${Math.round(count / 3600)} h` : `${Math.round(count / 86400)} d`;
}

function when(iso) {
  const moment = new Date(iso);
  const isToday = Math.abs(Date.now() - moment) < 43200000;
  const element = make("time", "time", (isToday ? shownTimes : shownDays).format(moment));
  element.dateTime = iso;
  element.title = iso;
  return element;
}

function text(post) {
  const parts = post.text.split(/(@\w+)/).map((part) => (part.startsWith("@") ? make("b", "", part) : part));
  return make("p", "text", ...parts);
}

function chip(className, name, label) {
  return make("span", `chip ${className}`, name ? icon(name) : null, label);
}

function facts(post) {
  const isWaiting = !post.is_ours && !post.is_deleted && post.answered_in_seconds === null;
  const chips = [
    post.latency_seconds === null ? null : chip("took", "clock", seconds(post.latency_seconds)),
    post.is_private ? chip("lock", "lock", "DM") : null,
    post.edits ? chip("", null, `✎ ${post.edits}`) : null,
    isWaiting ? chip("waits", "clock", "…") : null,
  ].filter(Boolean);
  return chips.length ? make("div", "facts", ...chips) : null;
}

function drawPost(post) {
  const states = ["is_ours", "is_private", "is_deleted"].filter((state) => post[state]);
  const element = make("article", ["post", ...states.map((s) => s.replace("_", "-"))].join(" "));
  if (seen.size && !seen.has(post.id)) element.classList.add("is-new");
  const who = make("div", "who", make("strong", "", post.author.name), make("span", "", `@${post.author.handle}`));
  who.append(when(post.created_at), badge(post.platform));
  element.append(avatar(post.author), who, text(post));
  const known = facts(post);
  if (known) element.append(known);
  return element;
}

function drawBelow(replies) {
  if (!replies.length) return [];
  return [make("div", "below", ...replies.flatMap((reply) => [drawPost(reply), ...drawBelow(reply.replies)]))];
}

function drawThread(thread) {
  const element = make("div", thread.is_private ? "thread is-private" : "thread");
  element.append(drawPost(thread), ...drawBelow(thread.replies));
  return element;
}

function drawNumbers(counts) {
  const shown = [["posts", "posts"], ["answers", "answers"], ["waiting", "waiting"], ["refusals", "refused"]];
  $("#numbers").replaceChildren(...shown.map(([name, label]) =>
    make("span", name === "refusals" && counts[name] ? "bad" : "", make("b", "", String(counts[name])), label)));
}

function drawRefusals(refusals) {
  $("#refusals").hidden = !refusals.length;
  $("#refusals summary").textContent = `✕ ${refusals.length}`;
  $("#refusals ol").replaceChildren(...refusals.slice(0, 50).map((one) => make("li", "",
    make("code", "", `${one.status} ${one.code}`), make("span", "", `${one.route} — ${one.reason}`))));
}

function drawFilters(accounts, redraw) {
  const platforms = ["all", ...new Set(accounts.map((account) => account.platform))];
  $("#filters").replaceChildren(...platforms.map((platform) => {
    const name = platform === "all" ? "All" : NAMES[platform];
    const button = make("button", "", platform === "all" ? name : badge(platform), platform === "all" ? null : make("span", "", name));
    button.setAttribute("aria-pressed", String(platform === chosen));
    button.onclick = () => { chosen = platform; redraw(); };
    return button;
  }));
}

function remember(posts) {
  posts.forEach((post) => { seen.add(post.id); remember(post.replies); });
}

function draw(feed) {
  const wanted = feed.posts.filter((post) => chosen === "all" || post.platform === chosen);
  drawFilters(feed.accounts, () => draw(feed));
  drawNumbers(feed.counts);
  drawRefusals(feed.refusals);
  $("#threads").replaceChildren(...(wanted.length ? wanted.map(drawThread) : [make("p", "empty", "·  ·  ·")]));
  remember(feed.posts);
}

async function look() {
  try {
    const body = await (await fetch("/sandbox/feed")).json();
    const news = JSON.stringify({ ...body, now: "" });
    if (news !== drawn) draw(body);
    drawn = news;
    $("#pulse").className = "";
    $("#pulse time").textContent = shownTimes.format(new Date(body.now));
  } catch {
    $("#pulse").className = "is-lost";
  }
}

look();
setInterval(() => document.hidden || look(), EVERY_MS);
