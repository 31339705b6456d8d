// How things look and in which order: a post, what is below it, a thread.
import { badge, icon, make } from "/page/pieces.js";

const seen = new Set();
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
export const shownTimes = new Intl.DateTimeFormat([], { ...CLOCK, second: "2-digit" });
const shownDays = new Intl.DateTimeFormat([], { ...CLOCK, day: "numeric", month: "short" });

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

// How long somebody has been waiting; tick() keeps it up to date.
function waiting(post) {
  if (post.is_ours || post.is_deleted || post.answered_in_seconds !== null) return null;
  const element = chip("waits", "clock", make("span", "", "…"));
  element.dataset.since = post.created_at;
  return element;
}

function facts(post, isBelow) {
  const chips = [
    post.latency_seconds === null ? null : chip("took", "clock", seconds(post.latency_seconds)),
    post.is_private && !(isBelow && post.is_within) ? chip("lock", "lock", "DM") : null,
    post.edits ? chip("", null, `✎ ${post.edits}`) : null,
    post.under ? chip("", "below", `@${post.under}`) : null,
    waiting(post),
  ].filter(Boolean);
  return chips.length ? make("div", "facts", ...chips) : null;
}

function drawPost(post, isBelow = false) {
  const states = ["is_ours", "is_private", "is_deleted"].filter((state) => post[state]);
  const element = make("article", ["post", ...states.map((s) => s.replace("_", "-"))].join(" "));
  if (seen.size && !seen.has(post.id)) element.classList.add("is-new");
  const who = make("div", "who", make("strong", "", post.author.name), make("span", "", `@${post.author.handle}`));
  who.append(when(post.created_at), badge(post.platform));
  element.append(avatar(post.author), who, text(post));
  const known = facts(post, isBelow);
  if (known) element.append(known);
  return element;
}

// A private conversation as one row of messages, oldest first, whatever answers whatever.
function chat(replies) {
  const all = replies.flatMap((reply) => [reply, ...chat(reply.replies)]);
  all.sort((a, b) => a.created_at.localeCompare(b.created_at));
  return all.map((post) => ({ ...post, replies: [], is_within: true }));
}

function newest(post) {
  return post.replies.map(newest).reduce((a, b) => (a > b ? a : b), post.created_at);
}

// Where a scenario named no post to comment on, the sandbox made one that says only our name:
// then each comment is a thread of its own.
export function threadsOf(posts) {
  const isStage = (post) => post.is_ours && post.text === post.author.name && !post.is_private;
  const own = posts.flatMap((post) => (isStage(post) ? post.replies.map((p) => ({ ...p, under: post.author.handle })) : [post]));
  return own.sort((a, b) => newest(b).localeCompare(newest(a)));
}

export function tick(now) {
  document.querySelectorAll("[data-since]").forEach((element) => {
    element.lastChild.textContent = seconds(Math.max(0, (now - new Date(element.dataset.since)) / 1000));
  });
}

function drawBelow(replies) {
  if (!replies.length) return [];
  return [make("div", "below", ...replies.flatMap((reply) => [drawPost(reply, true), ...drawBelow(reply.replies)]))];
}

export function drawThread(thread) {
  const element = make("div", thread.is_private ? "thread is-private" : "thread");
  element.append(drawPost(thread), ...drawBelow(thread.is_private ? chat(thread.replies) : thread.replies));
  return element;
}

// What has been drawn once doesn't arrive again.
export function remember(posts) {
  posts.forEach((post) => { seen.add(post.id); remember(post.replies); });
}
