// The page: health, then whom it comes from, then one trace; and the map. What it shows is asked for as JSON.
const main = document.querySelector('main');
let service = '';
let shown = 0;
let charts = [];

async function ask(path, asked) {
  const answer = await fetch(`api/${path}?${new URLSearchParams(asked)}`);
  if (!answer.ok) throw new Error(answer.status === 404 ? 'There is no record of that.' : await answer.text());
  return answer.json();
}

function link(text, ...way) {
  const node = el('a', '', text);
  node.href = '#/' + way.map(encodeURIComponent).join('/');
  return node;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function instant(seconds) {
  return new Date(seconds * 1e3).toISOString().slice(0, 19) + 'Z';
}

// The hour and minute; the date where a day begins; seconds where they are told apart.
function clock(seconds) {
  const text = instant(seconds);
  return seconds % 86400 === 0 ? text.slice(0, 10) : seconds % 60 === 0 ? text.slice(11, 16) : text.slice(11, 19);
}

function chart(title, unit, x, lines) {
  const box = el('div', 'chart');
  const figure = within(el('div'), el('h3', '', `${title} (${unit})`), box);
  const draw = () => {
    const axis = { stroke: colour('--soft'), grid: { stroke: colour('--grid'), width: 1 }, ticks: { stroke: colour('--grid') } };
    const series = lines.map((line) => ({
      label: line.label, stroke: colour(line.colour), width: 1.5, points: { show: x.length < 2 },
      value: (_, value, __, at) => (at === null ? '' : value === null ? 'gap' : String(value)),
    }));
    const zone = (seconds) => uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC');
    return new uPlot({
      width: Math.max(200, box.clientWidth), height: 165, tzDate: zone, cursor: { y: false },
      scales: { y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] } },
      axes: [{ ...axis, values: (_, times) => times.map(clock) }, { ...axis, size: 56 }], series: [{ label: 'UTC', value: (_, time) => (time === null ? '' : instant(time)) }, ...series],
    }, [x, ...lines.map((line) => line.values)], box);
  };
  charts.push({ box, draw });
  return figure;
}

function drawCharts() {
  for (const { box, draw } of charts) {
    box.replaceChildren();
    draw();
  }
}

function number(value) {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function table(headings, rows, kind) {
  const head = within(el('tr'), ...headings.map((heading) => el('th', '', heading)));
  const cells = (row) => row.map((cell) => (cell instanceof Node ? within(el('td'), cell) : cell.bad !== undefined ? el('td', cell.bad ? 'bad' : '', cell.text) : el('td', '', cell)));
  const body = rows.map((row) => within(el('tr'), ...cells(row)));
  return within(el('table', kind), within(el('thead'), head), within(el('tbody'), ...body));
}

function contributors(kind, data) {
  const told = (cell) => (data.told ? [cell] : []);
  const rows = data.top.map((one) => [
    link(one.name, 'c', service, kind, one.name),
    one.error > 0 ? `${number(one.count)} ± ${number(one.error)}` : number(one.count),
    ...told(one.told),
    { text: number(one.failures), bad: one.failures > 0 },
    `${number((100 * one.count) / Math.max(1, data.count))} %`,
  ]);
  const headings = [kind, 'units', ...told('told'), 'failed', 'share'];
  return within(el('div'), el('h3', '', `By ${kind}`), table(headings, rows), list('notes', data.notes));
}

async function health() {
  const data = await ask('overview', { service });
  footer(data);
  if (!data.service) return [el('h1', '', 'Health'), el('p', 'note', data.reading ? 'Reading…' : 'There are no records.')];
  service = data.service;
  const choice = el('select');
  choice.setAttribute('aria-label', 'service');
  choice.append(...data.services.map((name) => { const option = el('option', '', name); option.selected = name === service; return option; }));
  choice.addEventListener('change', () => { service = choice.value; show(); });
  const x = data.health.x;
  return [
    within(el('div', 'top'), el('h1', '', 'Health'), choice, el('p', 'note', data.health.said.join(' · '))),
    list('ill', [...data.writing_less, ...data.health.ill]),
    within(el('div', 'charts'),
      chart('Requests', 'per second', x, [
        { label: 'all', values: data.health.rate, colour: '--path' }, { label: 'failed', values: data.health.failed, colour: '--bad' }]),
      chart('Latency of those that succeeded', 'ms', x, [
        { label: 'p50', values: data.health.p50, colour: '--path' }, { label: 'p99', values: data.health.p99, colour: '--warn' }])),
    el('h2', '', 'Where it comes from'),
    within(el('div', 'tables'), ...Object.entries(data.contributors).filter(([, top]) => top.top.length > 0).map(([kind, top]) => contributors(kind, top))),
    ...(data.writer_steps.length ? [el('h2', '', 'How records were written'), list('notes', data.writer_steps)] : []),
  ];
}

async function contributor(of, kind, name) {
  service = of;
  const data = await ask('contributor', { service: of, kind, name });
  const error = data.error > 0 ? ` ± ${number(data.error)}` : '';
  return [
    el('p', 'house', `${of}, ${kind}`), el('h1', '', name),
    el('p', 'note', `${number(data.count)}${error} units, ${number(data.failures)} failed`),
    within(el('div', 'charts'), chart('Units', 'per second', data.x, [
      { label: 'all', values: data.rate, colour: '--path' }, { label: 'failed', values: data.failed, colour: '--bad' }])),
    el('h2', '', 'Traces: those that failed last, and those that took longest'),
    table(['trace', 'at', 'operation', 'took', 'outcome'], data.examples.map((one) => [
      link(one.trace, 't', one.trace), one.at, one.operation, one.took, { text: one.outcome, bad: one.bad }]), 'traces'),
  ];
}

function row(data) {
  const name = within(el('p', `d${data.depth}`), el('b', '', data.name), ' ', el('i', '', data.took), el('small', '', data.remarks));
  name.append(...data.details.map((detail) => el('small', '', detail)));
  return within(el('div', `row ${data.kind}`), name, drawing(data.drawing));
}

function millis(us) {
  return us < 1e3 ? `${Math.round(us)} µs` : us < 1e6 ? `${number(us / 1e3)} ms` : `${number(us / 1e6)} s`;
}

async function trace(id) {
  const field = el('input');
  field.type = 'text'; field.size = 36; field.value = id ?? ''; field.placeholder = '32 hexadecimal digits';
  field.setAttribute('aria-label', 'trace');
  field.addEventListener('change', () => { location.hash = '#/t/' + encodeURIComponent(field.value.trim().toLowerCase()); });
  const head = within(el('div', 'top'), el('h1', '', 'Trace'), field);
  if (!id) return [head];
  try {
    const data = await ask('trace', { id });
    const ticks = [0, 1, 2, 3, 4].map((tick) => el('span', '', millis((data.us * tick) / 4)));
    return [
      head, el('p', 'note', data.summary), el('p', 'note', data.path),
      within(el('div', 'rows'), within(el('div', 'row axis'), el('p'), within(el('p', 'ticks'), ...ticks)), ...data.rows.map(row)),
      list('notes', data.notes),
    ];
  } catch (failed) {
    return [head, el('p', 'note', failed.message)];
  }
}

async function map() {
  const when = el('p', 'when'), ill = el('ul', 'ill'), box = el('div', 'map'), edges = el('ul', 'notes');
  const put = (data) => {
    when.textContent = `${data.from} to ${data.to}`;
    ill.replaceChildren(...data.ill.map((text) => el('li', '', text)));
    box.replaceChildren(drawing(data.drawing));
    edges.replaceChildren(...data.edges.map((edge) => within(el('li'), el('b', '', edge.name), ' ' + edge.said)));
  };
  const data = await ask('map', { at: -1 });
  put(data);
  const range = el('input');
  range.type = 'range'; range.min = -1; range.max = data.intervals - 1; range.value = -1;
  let wanted = -1, busy = false;
  range.addEventListener('input', async () => {
    wanted = range.value;
    if (busy) return;
    busy = true;
    try {
      for (let at = null; at !== wanted;) { at = wanted; put(await ask('map', { at })); }
    } finally { busy = false; }
  });
  return [el('h1', '', 'Map'), el('p', 'note', data.summary), within(el('p', 'scrub'), within(el('label', '', 'moment '), range)), when, ill, box, edges];
}

function footer(data) {
  const r = data.records;
  const parts = [`${r.read} records`];
  if (r.unreadable) parts.push(`${r.unreadable} lines are none`);
  if (r.written + r.sampled_out + r.dropped) parts.push(`telemetry wrote ${r.written}, sampled out ${r.sampled_out}, lost ${r.dropped}`);
  document.querySelector('footer').textContent = parts.join(' · ');
}

async function show() {
  const mine = ++shown;
  const [view, ...way] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  charts = [];
  let parts;
  try {
    parts = view === 'map' ? await map() : view === 't' ? await trace(way[0]) : view === 'c' ? await contributor(...way) : await health();
  } catch (failed) {
    parts = [el('p', 'note', failed.message)];
  }
  if (mine !== shown) return;
  main.replaceChildren(...parts);
  drawCharts();
  for (const a of document.querySelectorAll('nav a')) {
    const isHere = a.getAttribute('href') === '#/' + (view === 'map' || view === 't' ? view : '');
    if (isHere) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current');
  }
}

addEventListener('hashchange', () => { scrollTo(0, 0); show(); });
addEventListener('resize', () => drawCharts());
// On paper it is light: the style sheet sees to the rest, but what is drawn has its colours in it.
addEventListener('beforeprint', () => { document.documentElement.dataset.print = ''; drawCharts(); });
addEventListener('afterprint', () => { delete document.documentElement.dataset.print; drawCharts(); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show());
show();
// With ?still the page stays as it is: for printing, and for who takes a picture of it.
if (location.search !== '?still') {
  let due = null;
  new EventSource('api/events').addEventListener('message', () => {
    // A trace does not change under who reads it, nor does the moment of a map that is looked at.
    if (!/^#\/(t|map)/.test(location.hash) && due === null) due = setTimeout(() => { due = null; show(); }, 1000);
  });
}
