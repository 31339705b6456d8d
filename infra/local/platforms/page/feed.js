// Looks at /sandbox/feed every second while the page is looked at, and draws it when it changed.
import { NAMES, badge, icon, make } from "/page/pieces.js";
import { drawThread, remember, shownTimes, threadsOf, tick } from "/page/thread.js";

const EVERY_MS = 1000;
const $ = (selector) => document.querySelector(selector);
let chosen = "all";
let drawn = "";

function drawNumber(name, count) {
  const element = make("span", name === "refusals" && count ? "bad" : "", icon(name), make("b", "", String(count)));
  element.title = name;
  element.setAttribute("aria-label", `${name}: ${count}`);
  return element;
}

function drawNumbers(counts) {
  const shown = ["posts", "answers", "waiting", "refusals"];
  $("#numbers").replaceChildren(...shown.map((name) => drawNumber(name, counts[name])));
}

function drawRefusal(one) {
  const call = make("span", "", make("code", "", one.route), make("br"), one.reason);
  return make("li", "", make("code", "", `${one.status} · ${one.code.split("/").pop()}`), call);
}

function drawRefusals(refusals) {
  $("#refusals").hidden = !refusals.length;
  $("#refusals summary").replaceChildren(icon("refusals"), String(refusals.length));
  $("#refusals ol").replaceChildren(...refusals.slice(0, 50).map(drawRefusal));
}

function drawFilter(platform, redraw) {
  const isAll = platform === "all";
  const button = make("button", "", isAll ? icon("all") : badge(platform), make("span", "", isAll ? "" : NAMES[platform]));
  button.setAttribute("aria-pressed", String(platform === chosen));
  button.setAttribute("aria-label", isAll ? "All" : NAMES[platform]);
  button.onclick = () => { chosen = platform; redraw(); };
  return button;
}

function draw(feed) {
  const wanted = threadsOf(feed.posts).filter((post) => chosen === "all" || post.platform === chosen);
  const platforms = ["all", ...new Set(feed.accounts.map((account) => account.platform))];
  $("#filters").replaceChildren(...platforms.map((platform) => drawFilter(platform, () => draw(feed))));
  drawNumbers(feed.counts);
  drawRefusals(feed.refusals);
  $("#threads").replaceChildren(...(wanted.length ? wanted.map(drawThread) : [make("p", "empty", "· · ·")]));
  remember(feed.posts);
}

async function look() {
  try {
    const body = await (await fetch("/sandbox/feed")).json();
    const news = JSON.stringify({ ...body, now: "" });
    if (news !== drawn) draw(body);
    drawn = news;
    tick(new Date(body.now));
    $("#pulse").className = "";
    $("#pulse time").textContent = shownTimes.format(new Date(body.now));
  } catch {
    $("#pulse").className = "is-lost";
  }
}

look();
setInterval(() => document.hidden || look(), EVERY_MS);
