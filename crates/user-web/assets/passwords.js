// Shows a password while its button is pressed in, and asks the site how strong a new one is. Without this the forms work too.
"use strict";
const EYE = "M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.700 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z";
const { show } = document.currentScript.dataset;
for (const input of document.querySelectorAll("input[type=password]")) {
  const box = document.createElement("div");
  const button = document.createElement("button");
  box.className = "reveal";
  button.type = "button";
  button.setAttribute("aria-label", show);
  button.innerHTML = `<svg class="icon" aria-hidden="true" viewBox="0 0 24 24"><path d="${EYE}"/></svg>`;
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", shown);
  };
  set(false);
  const focused = document.activeElement === input;
  input.replaceWith(box);
  box.append(input, button);
  if (focused) input.focus();
  button.addEventListener("click", () => set(input.type === "password"));
  // A browser keeps what stands in a field for passwords, and nothing that can be read.
  input.form.addEventListener("submit", () => set(false));
}

for (const place of document.querySelectorAll(".strength[data-action]")) {
  const [meter, words] = place.children;
  const form = place.closest("form");
  const input = form.elements[place.dataset.field];
  let rest, latest = 0;

  const tell = (answer) => {
    meter.hidden = !answer;
    meter.value = answer ? answer.score : 0;
    const message = answer ? answer.message : "";
    // What has not changed is not read out again.
    if (words.textContent !== message) words.textContent = message;
  };

  const ask = async () => {
    const mine = ++latest;
    const body = new URLSearchParams();
    for (const name of ["csrf_token", "username", "email", input.name]) {
      if (form.elements[name]) body.set(name, form.elements[name].value);
    }
    let answer;
    try {
      const headers = { Accept: "application/json" };
      const response = input.value && await fetch(place.dataset.action, { method: "POST", body, headers });
      if (response && response.status === 200) answer = await response.json();
    } catch { /* No answer, no meter. */ }
    if (mine === latest) tell(answer);
  };

  input.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(ask, 400);
  });
}
