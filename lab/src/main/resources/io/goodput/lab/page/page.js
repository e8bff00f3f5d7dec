"use strict";
// Draws the charts of the report from the numbers in #data. Colours and sizes are those of the style sheet.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const group = document.querySelector(".charts");
  const sync = uPlot.sync("time");
  const charts = [];

  const css = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
  const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

  function translucent(colour, share) {
    return colour + Math.round(share * 255).toString(16).padStart(2, "0");
  }

  function columns(curve) {
    const seconds = curve.mean.map((_, i) => curve.first + i * curve.step);
    return [seconds, curve.offered || [], curve.high || [], curve.low || [], curve.mean, curve.p99 || []];
  }

  // A point between two gaps would be a line of no length, so it becomes a dot.
  function alone(u, series) {
    const values = u.data[series];
    return [...values.keys()].filter((i) => values[i] != null && values[i - 1] == null && values[i + 1] == null);
  }

  // Behind the curves: where the workload is disturbed.
  function disturbances(u, figure) {
    u.ctx.fillStyle = css(figure, "--shade");
    for (const [from, to] of data.disturbances) {
      const left = u.valToPos(from, "x", true);
      const width = Math.max(devicePixelRatio, u.valToPos(to, "x", true) - left);
      u.ctx.fillRect(left, u.bbox.top, width, u.bbox.height);
    }
  }

  // Over the curves: a bracket where the figures are measured.
  function bracket(u, figure) {
    const ratio = devicePixelRatio;
    const [from, to] = data.settled.map((second) => u.valToPos(second, "x", true));
    const y = u.bbox.top + 2 * ratio;
    u.ctx.strokeStyle = css(figure, "--ink");
    u.ctx.lineWidth = 1.25 * ratio;
    u.ctx.beginPath();
    u.ctx.moveTo(from, y + 5 * ratio);
    u.ctx.lineTo(from, y);
    u.ctx.lineTo(to, y);
    u.ctx.lineTo(to, y + 5 * ratio);
    u.ctx.stroke();
  }

  function readout(u, figure) {
    const i = u.cursor.idx;
    const output = figure.querySelector("output");
    const value = i == null ? null : u.data[4][i];
    if (value == null) {
      output.textContent = "";
      return;
    }
    const [low, high, p99] = [u.data[3][i], u.data[2][i], u.data[5][i]];
    const band = low == null ? "" : ` (${number.format(low)}–${number.format(high)})`;
    const tail = p99 == null ? "" : `, p99 ${number.format(p99)}`;
    output.textContent = `${number.format(u.data[0][i])} s: ${number.format(value)}${band}${tail}`;
  }

  function axis(figure, more) {
    return {
      stroke: () => css(figure, "--soft"),
      font: "11px " + getComputedStyle(document.body).fontFamily,
      grid: { stroke: () => css(figure, "--grid"), width: 1 },
      ticks: { show: false },
      ...more,
    };
  }

  // As wide as the labels of the values need, in pixels.
  function room(u, labels) {
    return Math.max(38, ...(labels || []).map((label) => 10 + 6.5 * label.length));
  }

  function options(figure, size) {
    const line = () => css(figure, "--c");
    const edge = { stroke: "transparent", width: 0, points: { show: false } };
    const dots = { show: false, size: 3, filter: alone };
    const { bottom, top, ticks } = data.axes[figure.dataset.metric];
    const marks = ticks ? { splits: () => ticks, filter: (u, splits) => splits } : {};
    return {
      ...size,
      padding: [6, 16, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: sync.key, setSeries: false }, drag: { x: false, y: false }, y: false, points: { size: 5 } },
      scales: { x: { time: false, range: [0, data.seconds] }, y: { distr: ticks ? 3 : 1, clamp: bottom, range: [bottom, top] } },
      axes: [
        axis(figure, { size: 22, gap: 4, space: 60, values: (u, ticks) => ticks.map((t) => number.format(t) + " s") }),
        axis(figure, { size: room, gap: 6, space: 28, values: (u, ticks) => ticks.map((t) => number.format(t)), ...marks }),
      ],
      series: [
        {},
        { stroke: () => css(figure, "--soft"), width: 1, dash: [4, 3], points: { show: false } },
        edge,
        edge,
        { stroke: line, width: 1.75, points: dots },
        { stroke: line, width: 1.25, dash: [2, 2], points: dots },
      ],
      bands: [{ series: [2, 3], fill: () => translucent(line(), 0.2) }],
      hooks: {
        drawClear: [(u) => disturbances(u, figure)],
        draw: [(u) => bracket(u, figure)],
        setCursor: [(u) => readout(u, figure)],
      },
    };
  }

  function size(plot) {
    return { width: plot.clientWidth, height: plot.clientHeight };
  }

  function draw(figure, size) {
    if (figure.chart) {
      figure.chart.setSize(size);
      return;
    }
    const curve = data.variants[figure.dataset.variant][figure.dataset.metric];
    figure.chart = new uPlot(options(figure, size), columns(curve), figure.querySelector(".plot"));
    charts.push(figure.chart);
  }

  // A chart that is not shown has no width yet; it is drawn when it gets one.
  function fit(figure) {
    const plot = figure.querySelector(".plot");
    if (plot.clientWidth > 0) {
      draw(figure, size(plot));
    }
  }

  const figures = [...document.querySelectorAll("figure")];
  const resized = new ResizeObserver((entries) => entries.forEach((entry) => fit(entry.target.parentElement)));
  figures.forEach((figure) => {
    fit(figure);
    resized.observe(figure.querySelector(".plot"));
  });

  // With the axes: another width has room for other ticks.
  const redraw = () => charts.forEach((chart) => chart.redraw(true, true));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  // Paper is light and has a width of its own, which no observer reports in time, and shows every chart.
  addEventListener("beforeprint", () => {
    root.dataset.print = "";
    for (const figure of figures) {
      const width = figure.dataset.metric === "goodput" ? 204 : 140;
      draw(figure, { width, height: 110 });
    }
    redraw();
  });
  addEventListener("afterprint", () => {
    delete root.dataset.print;
    figures.forEach(fit);
    redraw();
  });

  // The arrow keys move the cursor of all charts through time.
  let at = -1;
  group.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || charts.length === 0) {
      return;
    }
    event.preventDefault();
    const seconds = charts[0].data[0];
    const points = seconds.length;
    at = Math.min(points - 1, Math.max(0, at + step * (event.shiftKey ? 10 : 1)));
    for (const chart of charts) {
      // Charts of other steps go to the same time, not to the same point.
      const second = chart.data[0].length === points ? chart.data[0][at] : seconds[at];
      chart.setCursor({ left: chart.valToPos(second, "x"), top: 0 });
    }
  });
})();
