'use strict';
// Draws the state each second. What cannot be asked is shown as a gap, never as the last known state.
const standing = document.getElementById('standing');
const server = document.getElementById('server');
const place = document.getElementById('state');

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawn(value) {
  if (value === null || typeof value !== 'object') return document.createTextNode(String(value));
  const list = element('dl');
  for (const [name, each] of Object.entries(value)) {
    const shown = element('dd');
    shown.append(drawn(each));
    list.append(element('dt', name.replaceAll('_', ' ')), shown);
  }
  return list;
}

function draw(state) {
  server.textContent = 'goodput ' + state.server;
  document.title = server.textContent;
  standing.className = state.ready ? 'good' : 'bad';
  standing.textContent = !state.alive ? 'not alive' : state.ready ? 'ready' : 'not ready';
  const plain = {};
  const parts = [];
  for (const [name, value] of Object.entries(state)) {
    if (['server', 'alive', 'ready'].includes(name)) continue;
    if (value !== null && typeof value === 'object') parts.push(element('h2', name.replaceAll('_', ' ')), drawn(value));
    else plain[name] = value;
  }
  place.replaceChildren(drawn(plain), ...parts);
}

async function ask() {
  try {
    const answer = await fetch('state', {cache: 'no-store', signal: AbortSignal.timeout(5000)});
    if (!answer.ok) throw new Error(String(answer.status));
    draw(await answer.json());
  } catch (gone) {
    standing.className = 'gap';
    standing.textContent = 'no answer';
    place.replaceChildren();
  }
  setTimeout(ask, 1000);
}

ask();
