// Facts and the words they were read from light each other up; pages can be enlarged. Without this the links remain.
"use strict";

const sharing = (element) => {
  const wanted = new Set(element.dataset.mentions.split(" "));
  return [...document.querySelectorAll("[data-mentions]")].filter((other) =>
    other.dataset.mentions.split(" ").some((number) => number && wanted.has(number)),
  );
};

const light = (event) => {
  const element = event.target.closest?.("[data-mentions]");
  document.querySelectorAll(".lit").forEach((other) => other.classList.remove("lit"));
  if (element) sharing(element).forEach((other) => other.classList.add("lit"));
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
    viewer.style.setProperty("--zoom", zoom);
  });
};

// The fact or the mark one jumps to may stand in a closed part of the page.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target?.closest("details:not([open])");
  if (closed) {
    closed.open = true;
    target.scrollIntoView();
  }
};

document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("[data-mentions]")) {
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
  }
  zoomable();
  reveal();
  addEventListener("hashchange", reveal);
});
