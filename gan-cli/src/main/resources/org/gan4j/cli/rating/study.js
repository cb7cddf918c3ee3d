"use strict";
(() => {
  const study = JSON.parse(document.getElementById("study").textContent);
  const items = new Map(study.items.map((item) => [item.id, item]));
  const stored = "gan4j-rating-" + study.study;
  const APART = 3; // equal items are at least this far from each other
  const at = (id) => document.getElementById(id);
  let shownSince = 0;

  // Elements that show an item, by its medium.
  const media = {
    image: (item, name) => {
      const image = new Image();
      image.alt = name;
      image.style.visibility = "hidden"; // until its size is known
      image.onload = () => fit(image);
      image.src = item.src;
      return image;
    },
  };

  function random(bound) { // uniform from 0 to bound - 1, without bias
    const word = new Uint32Array(1);
    const most = Math.floor(2 ** 32 / bound) * bound;
    do crypto.getRandomValues(word); while (word[0] >= most);
    return word[0] % bound;
  }

  function shuffled() {
    const order = [...items.keys()];
    for (let last = order.length - 1; last > 0; last--) {
      const chosen = random(last + 1);
      [order[last], order[chosen]] = [order[chosen], order[last]];
    }
    return order;
  }

  function isSpread(order) {
    return order.every((id, i) =>
      order.slice(i + 1, i + APART).every((other) => items.get(id).src !== items.get(other).src));
  }

  function drawn() {
    let order = shuffled();
    for (let tries = 0; tries < 50 && !isSpread(order); tries++) order = shuffled();
    return order;
  }

  function code() {
    return Array.from({ length: 6 }, () => "abcdefghjkmnpqrstuvwxyz23456789"[random(31)]).join("");
  }

  function fresh() {
    return { rater: "", order: drawn(), ratings: {}, seconds: {}, position: -1, started: null, ended: null };
  }

  function restored() {
    try {
      const state = JSON.parse(localStorage.getItem(stored));
      const fits = state && state.order.length === items.size && state.order.every((id) => items.has(id));
      return fits ? state : fresh();
    } catch {
      return fresh();
    }
  }

  function keep() {
    try {
      localStorage.setItem(stored, JSON.stringify(state));
    } catch {
      // a browser that keeps nothing: the page works until it is closed
    }
  }

  let state = restored();

  // An image is enlarged by a whole factor, so that each pixel is a square, or reduced to what the window holds.
  function fit(image) {
    const room = Math.max(96, Math.min(innerWidth - 80, innerHeight - (study.keyboard ? 330 : 350), 448));
    const factor = room / Math.max(image.naturalWidth, image.naturalHeight);
    const scale = factor >= 1 ? Math.floor(factor) : factor;
    image.width = Math.round(image.naturalWidth * scale);
    image.height = Math.round(image.naturalHeight * scale);
    image.style.visibility = "visible";
    for (const side of ["width", "height"]) at("stage").style[side] = image[side] + "px"; // the next image is as large
    image.style.imageRendering = factor >= 1 ? "pixelated" : "auto";
  }

  function only(section) {
    for (const each of ["start", "rating", "done"]) at(each).hidden = each !== section;
  }

  function show() {
    const position = state.position;
    const rated = Object.keys(state.ratings).length;
    at("progress").value = rated / items.size;
    at("count").textContent = position < 0 ? "" : rated + " of " + items.size;
    if (position < 0) {
      only("start");
      at("rater").focus();
    } else if (position >= items.size) {
      only("done");
      at("save").focus();
    } else {
      only("rating");
      item(position);
    }
  }

  function item(position) {
    const id = state.order[position];
    const shown = items.get(id);
    const name = "Image " + (position + 1) + " of " + items.size;
    at("stage").replaceChildren(media[shown.medium](shown, name));
    at("text").hidden = shown.text === undefined;
    at("text").textContent = shown.text === undefined ? "" : shown.text;
    at("status").textContent = name + (shown.text === undefined ? "" : ": " + shown.text);
    for (const answer of at("answers").children) {
      const chosen = state.ratings[id] === answer.dataset.value;
      answer.classList.toggle("chosen", chosen);
      if (!study.keyboard) answer.setAttribute("aria-pressed", String(chosen));
    }
    at("back").disabled = position === 0;
    at("next").disabled = state.ratings[id] === undefined;
    shownSince = performance.now();
  }

  function rate(value) {
    const id = state.order[state.position];
    const seconds = (performance.now() - shownSince) / 1000;
    state.seconds[id] = Math.round(100 * ((state.seconds[id] || 0) + seconds)) / 100;
    state.ratings[id] = value;
    move(1);
  }

  function move(by) {
    const to = state.position + by;
    const unrated = by > 0 && state.ratings[state.order[state.position]] === undefined;
    if (to < 0 || to > items.size || unrated) return;
    state.position = to;
    if (to === items.size && state.ended === null) state.ended = new Date().toISOString();
    keep();
    show();
  }

  function begin() {
    state.rater = at("rater").value.trim() || code();
    state.started = new Date().toISOString();
    state.position = 0;
    keep();
    show();
    at("stage").focus();
  }

  function save() {
    const ratings = state.order
      .filter((id) => state.ratings[id] !== undefined)
      .map((id) => ({ id, value: state.ratings[id], seconds: state.seconds[id] }));
    const content = {
      study: study.study, kind: study.kind, rater: state.rater, started: state.started, ended: state.ended, ratings,
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1) + "\n"], { type: "application/json" }));
    link.download = "ratings-" + study.study + "-" + state.rater.replace(/[^\p{L}\p{N}]+/gu, "-") + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    at("saved").textContent = "Saved as " + link.download;
  }

  function another() {
    if (confirm("Begin again as another rater? Ratings that are not saved are lost.")) {
      state = fresh();
      at("rater").value = "";
      at("saved").textContent = "";
      keep();
      show();
    }
  }

  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || at("start").hidden === false) return;
    const rating = at("rating").hidden === false;
    const answer = study.answers.find((each) => each.key === event.key.toLowerCase());
    if (rating && answer && !event.repeat) {
      rate(answer.value);
    } else if (event.key === "ArrowLeft") {
      move(-1);
    } else if (rating && event.key === "ArrowRight") {
      move(1);
    } else {
      return;
    }
    event.preventDefault();
  }

  function keycap(key) {
    const cap = document.createElement("kbd");
    cap.textContent = key.toUpperCase();
    return cap;
  }

  function labeled(tag, answer) {
    const element = document.createElement(tag);
    const name = document.createElement("span");
    name.textContent = answer.name;
    element.append(keycap(answer.key), name);
    return element;
  }

  for (const answer of study.answers) {
    at("legend").prepend(labeled("li", answer));
    const choice = labeled(study.keyboard ? "div" : "button", answer);
    choice.className = "answer";
    choice.dataset.value = answer.value;
    if (!study.keyboard) {
      choice.type = "button";
      choice.addEventListener("click", () => rate(answer.value));
    }
    at("answers").append(choice);
  }
  for (const id of ["question", "start-question"]) at(id).textContent = study.question;
  for (const id of ["start-count", "done-count"]) at(id).textContent = items.size;
  at("instruction").textContent = study.instruction;
  at("attention").hidden = !study.controls;
  at("moves").hidden = study.keyboard;
  at("hint").hidden = !study.keyboard;
  at("begin").addEventListener("submit", (event) => { event.preventDefault(); begin(); });
  at("back").addEventListener("click", () => move(-1));
  at("next").addEventListener("click", () => move(1));
  at("review").addEventListener("click", () => move(-1));
  at("save").addEventListener("click", save);
  at("another").addEventListener("click", another);
  document.addEventListener("keydown", pressed);
  addEventListener("resize", () => at("stage").querySelectorAll("img").forEach(fit));
  show();
})();
