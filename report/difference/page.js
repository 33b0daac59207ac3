"use strict";
(() => {
  const body = document.body;
  const pages = [...document.querySelectorAll("main > section")];
  const links = [...document.querySelectorAll(".index a")];
  const slider = document.querySelector(".slider input");
  let at = 0;

  const show = (place, focus = true) => {
    at = Math.min(Math.max(place, 0), pages.length - 1);
    pages.forEach((page, n) => page.classList.toggle("current", n === at));
    links.forEach((link, n) => n === at ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
    if (focus) {
      history.replaceState(null, "", `#${pages[at].id}`);
      pages[at].focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  };

  const look = (mode) => {
    if (mode === "flip" && body.dataset.mode === "flip") body.classList.toggle("flipped");
    body.dataset.mode = mode;
    document.querySelectorAll("[data-mode]").forEach((button) => {
      if (button !== body) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    });
  };

  const marks = () => {
    const off = body.classList.toggle("unmarked");
    document.querySelector("[data-marks]").setAttribute("aria-pressed", String(!off));
  };

  const point = (entry) => {
    const page = entry.closest(".page");
    const number = String([...entry.parentElement.children].indexOf(entry) + 1);
    page.querySelectorAll(".on").forEach((each) => each.classList.remove("on"));
    entry.classList.add("on");
    const found = [...page.querySelectorAll(`.mark[data-n~="${number}"]`)];
    found.forEach((mark) => mark.classList.add("on"));
    const last = found[found.length - 1];
    if (last) last.scrollIntoView({ block: "nearest" });
  };

  const go = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const page = target && target.closest("main > section");
    show(page ? pages.indexOf(page) : 0, false);
    if (target && target.matches(".changes li")) point(target);
  };

  document.querySelectorAll(".changes li").forEach((entry) => {
    entry.addEventListener("click", () => point(entry));
    entry.addEventListener("focus", () => point(entry));
  });
  document.querySelectorAll(".mark").forEach((mark) => mark.addEventListener("click", () => {
    const entry = mark.closest(".page").querySelectorAll(".changes li")[parseInt(mark.dataset.n) - 1];
    entry.focus();
    entry.scrollIntoView({ block: "nearest" });
  }));
  document.querySelectorAll("button[data-mode]").forEach((button) =>
    button.addEventListener("click", () => look(button.dataset.mode)));
  document.querySelector("[data-marks]").addEventListener("click", marks);
  slider.addEventListener("input", () => body.style.setProperty("--at", `${slider.value}%`));
  document.addEventListener("pointermove", (event) => {
    const sheets = event.target.closest && event.target.closest('.sheets[data-sides="2"]');
    if (body.dataset.mode !== "swipe" || !sheets || !event.buttons) return;
    const box = sheets.querySelector(".old .paper").getBoundingClientRect();
    slider.value = Math.round(100 * (event.clientX - box.left) / box.width);
    body.style.setProperty("--at", `${slider.value}%`);
  });
  document.addEventListener("dragstart", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target === slider) return;
    const button = event.target.closest("button, a");
    if (event.key === "ArrowRight") show(at + 1);
    else if (event.key === "ArrowLeft") show(at - 1);
    else if (event.key === " " && !button) look("flip");
    else if (event.key === "s") look("side");
    else if (event.key === "w") look("swipe");
    else if (event.key === "d") look("blend");
    else if (event.key === "m") marks();
    else return;
    event.preventDefault();
  });
  window.addEventListener("hashchange", go);
  document.querySelector(".modes").hidden = false;
  look("side");
  go();
})();
