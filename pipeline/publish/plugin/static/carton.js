// Facts and the words they were read from light each other up; pages can be enlarged. Without this the links remain.
"use strict";

const sharing = (element) => {
  const wanted = new Set(element.dataset.mentions.split(" "));
  return [...document.querySelectorAll("[data-mentions]")].filter((other) =>
    other.dataset.mentions.split(" ").some((number) => number && wanted.has(number)),
  );
};

// Where one clicked last: the page may move on below a pointer that rests, which is not pointing.
let clicked = null;
const spot = ({ clientX, clientY }) => `${clientX} ${clientY}`;

const light = (event) => {
  const element = event.target.closest?.("[data-mentions]");
  document.querySelectorAll(".lit").forEach((other) => other.classList.remove("lit"));
  if (!element) return;
  sharing(element).forEach((other) => other.classList.add("lit"));
  if (!element.matches(".fact") || spot(event) === clicked) return;
  const [first] = element.dataset.mentions.split(" ");
  aside(document.getElementById(`m${first}`));
};

// Words beside the part of an enlarged page that one sees come into it; the page as a whole stays where it is.
const aside = (mark) => {
  const glass = mark?.closest(".glass");
  if (!glass) return;
  const [seen, at] = [glass.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (at.left < seen.left || at.right > seen.right) {
    glass.scrollLeft += (at.left + at.right - seen.left - seen.right) / 2;
  }
};

// What one looks at stays in the middle.
const enlarge = (viewer, zoom) => {
  const middle = innerHeight / 2;
  const shows = (plate) => plate.getBoundingClientRect().top < middle && plate.getBoundingClientRect().bottom > middle;
  const plate = [...viewer.querySelectorAll(".plate")].find(shows);
  if (!plate) return viewer.style.setProperty("--zoom", zoom);
  const glass = plate.parentElement;
  const before = plate.getBoundingClientRect();
  const across = (glass.scrollLeft + glass.clientWidth / 2) / before.width;
  const down = (middle - before.top) / before.height;
  viewer.style.setProperty("--zoom", zoom);
  const after = plate.getBoundingClientRect();
  glass.scrollLeft = across * after.width - glass.clientWidth / 2;
  scrollBy({ top: after.top + down * after.height - middle, behavior: "instant" });
};

const zoomable = () => {
  const viewer = document.querySelector(".viewer");
  const buttons = document.querySelector(".zoom");
  if (!viewer || !buttons || !viewer.querySelector(".plate")) return;
  let zoom = 1;
  buttons.hidden = false;
  buttons.addEventListener("click", (event) => {
    const step = event.target.dataset.zoom;
    if (step === undefined) return;
    zoom = step === "0" ? 1 : Math.min(4, Math.max(0.5, zoom * (step === "1" ? 1.25 : 0.8)));
    enlarge(viewer, zoom);
  });
};

// The fact or the mark one jumps to may stand in a closed part of the page; a mark comes with what is around it.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target?.closest("details:not([open])");
  if (closed) closed.open = true;
  if (target?.matches(".plate .mark")) target.scrollIntoView({ block: "center", inline: "center" });
  else if (closed) target.scrollIntoView();
};

document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("[data-mentions]")) {
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
  }
  zoomable();
  reveal();
  addEventListener("hashchange", reveal);
  // The same link once more changes no address, yet one wants to see again what it leads to.
  document.addEventListener("click", (event) => {
    clicked = spot(event);
    if (event.target.closest?.("a[href*='#']")) setTimeout(reveal);
  });
});
