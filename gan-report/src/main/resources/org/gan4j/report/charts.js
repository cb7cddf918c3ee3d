'use strict';

/*
 * Charts of numbers by step, which share their zoom, smoothing and scale. A chart is
 *   {title, lines: [{label, slot, x, y, low, high}], points}
 * with the range from low to high of each point, if there is one, behind its line.
 */
function Charts(container, tools) {
  const charts = [];
  const height = container.classList.contains('small') ? 150 : 220;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let specs = [];
  let range = null;
  const tool = name => tools && tools.querySelector(`[data-tool="${name}"]`);
  const smoothing = () => (tools ? Number(tool('smoothing').value) : 0);
  const logarithmic = () => Boolean(tools) && tool('logarithmic').checked;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const color = slot => css(`--series-${(slot % 6) + 1}`);

  /** An average with weights that fall by a factor from point to point, as TensorBoard smooths. */
  function smooth(values, factor) {
    let sum = 0;
    let weight = 0;
    return values.map(value => {
      if (value === null || value === undefined) return value;
      sum = sum * factor + value * (1 - factor);
      weight = weight * factor + (1 - factor);
      return sum / weight;
    });
  }

  function table(line, factor) {
    const columns = [line.x, line.low || line.y, line.high || line.y, line.y];
    return columns.concat([smooth(line.y, factor)]);
  }

  function positive(values) {
    return values.map(value => (value > 0 ? value : null));
  }

  function joined(spec) {
    const data = uPlot.join(spec.lines.map(line => table(line, spec.points ? 0 : smoothing())));
    return logarithmic() ? [data[0], ...data.slice(1).map(positive)] : data;
  }

  function fade(hex, alpha) {
    return hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
  }

  function series(spec) {
    const all = [{}];
    for (const line of spec.lines) {
      const hue = color(line.slot);
      const smoothed = !spec.points && smoothing() > 0;
      const none = {stroke: 'transparent', width: 0, points: {show: false}};
      all.push(none, none);
      const dash = line.slot < 6 ? [] : [6, 4];
      const points = spec.points ? {show: true, size: 6, fill: hue} : {size: 5, fill: hue}; // where there are few
      all.push({stroke: fade(hue, smoothed ? 0.35 : 1), width: smoothed ? 1 : 1.5, dash, spanGaps: spec.points === true, points});
      all.push(smoothed ? {stroke: hue, width: 2, dash, points: {show: false}} : none);
    }
    return all;
  }

  function bands(spec) {
    return spec.lines.map((line, i) => ({series: [4 * i + 2, 4 * i + 1], fill: fade(color(line.slot), 0.18)}));
  }

  function short(value) {
    if (value === null || value === undefined) return '';
    const size = Math.abs(value);
    return size !== 0 && (size < 0.001 || size >= 100000) ? value.toExponential(2) : String(Number(value.toPrecision(4)));
  }

  /** A range of values with some room; a line of equal values is in its middle. */
  function around(u, low, high) {
    return low === high ? [low - 1, high + 1] : uPlot.rangeNum(low, high, 0.1, true);
  }

  function options(chart) {
    const axis = {stroke: css('--quiet'), grid: {stroke: css('--line'), width: 1}, ticks: {stroke: css('--line'), width: 1}};
    return {
      width: Math.max(160, chart.plot.clientWidth),
      height,
      legend: {show: false},
      scales: {x: {time: false}, y: logarithmic() ? {distr: 3} : {range: around}},
      axes: [
        {...axis, values: (u, steps) => steps.map(step => (Number.isInteger(step) ? step.toLocaleString('en') : ''))},
        {...axis, size: 64, values: (u, values) => values.map(short)},
      ],
      series: series(chart.spec),
      bands: bands(chart.spec),
      cursor: {
        sync: {key: container.id},
        drag: {x: true, y: false, setScale: false},
        bind: {dblclick: () => () => zoom(null)},
      },
      hooks: {
        setSelect: [u => {
          if (u.select.width > 0) {
            const left = u.posToVal(u.select.left, 'x');
            const right = u.posToVal(u.select.left + u.select.width, 'x');
            u.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
            zoom([left, right]);
          }
        }],
        setCursor: [u => legend(chart, u.cursor.idx)],
      },
    };
  }

  /** Shows the numbers under the cursor, or the last ones. */
  function legend(chart, at) {
    const u = chart.u;
    chart.values.forEach((element, i) => {
      const values = u.data[4 * i + 4];
      let index = at === null || at === undefined ? values.length - 1 : at;
      while (index > 0 && (values[index] === null || values[index] === undefined)) index--;
      element.textContent = short(values[index]);
    });
  }

  function draw(chart) {
    if (chart.u) chart.u.destroy();
    chart.u = new uPlot(options(chart), joined(chart.spec), chart.plot);
    if (range) chart.u.setScale('x', {min: range[0], max: range[1]});
    legend(chart, null);
    describe(chart);
  }

  function describe(chart) {
    const parts = chart.spec.lines.map((line, i) => {
      const values = chart.u.data[4 * i + 3].filter(value => value !== null && value !== undefined);
      return values.length === 0 ? '' : `${line.label} from ${short(values[0])} to ${short(values[values.length - 1])}`;
    });
    chart.plot.setAttribute('aria-label', `${chart.spec.title} by step: ${parts.filter(Boolean).join(', ')}`);
  }

  const paint = Charts.paint;

  function create(spec) {
    const figure = document.createElement('div');
    figure.className = 'chart';
    const title = document.createElement('h3');
    title.textContent = spec.title;
    const plot = document.createElement('div');
    plot.className = 'plot';
    plot.setAttribute('role', 'img');
    const list = document.createElement('ul');
    list.className = 'legend';
    const chart = {spec, plot, values: [], keys: []};
    for (const line of spec.lines) {
      const item = document.createElement('li');
      const key = document.createElement('span');
      key.className = 'key';
      const label = document.createElement('span');
      label.textContent = line.label === spec.title ? '' : line.label;
      const value = document.createElement('span');
      value.className = 'value';
      item.append(key, label, value);
      list.append(item);
      chart.values.push(value);
      chart.keys.push(key);
      paint(key, line.slot);
    }
    figure.append(title, list, plot);
    container.append(figure);
    charts.push(chart);
    draw(chart);
    resized.observe(plot);
  }

  const resized = new ResizeObserver(entries => {
    for (const entry of entries) {
      const chart = charts.find(each => each.plot === entry.target);
      const width = Math.floor(entry.contentRect.width);
      if (chart && width > 0 && width !== chart.u.width) chart.u.setSize({width, height});
    }
  });

  const shape = spec => JSON.stringify([spec.title, spec.lines.map(line => line.label)]);

  /** Shows these charts. Those that are there already keep their place, and only get new numbers. */
  function update(next) {
    const same = next.length === specs.length && next.every((spec, i) => shape(spec) === shape(specs[i]));
    specs = next;
    if (!same) {
      charts.forEach(chart => chart.u.destroy());
      charts.length = 0;
      container.replaceChildren();
      specs.forEach(create);
      return;
    }
    charts.forEach((chart, i) => {
      chart.spec = specs[i];
      chart.u.setData(joined(chart.spec), range === null);
      if (range) chart.u.redraw();
      legend(chart, chart.u.cursor.idx);
      describe(chart);
    });
  }

  /** Shows the steps of a range in all charts; null shows all steps. */
  function zoom(next) {
    range = next;
    for (const chart of charts) {
      const x = chart.u.data[0];
      chart.u.setScale('x', range ? {min: range[0], max: range[1]} : {min: x[0], max: x[x.length - 1]});
    }
    if (tools) {
      tool('from').value = range ? Math.round(range[0]) : '';
      tool('to').value = range ? Math.round(range[1]) : '';
    }
  }

  function typed() {
    const from = tool('from').value;
    const to = tool('to').value;
    const first = from === '' ? -Infinity : Number(from);
    const last = to === '' ? Infinity : Number(to);
    if (from === '' && to === '') {
      zoom(null);
    } else if (first < last && charts.length > 0) {
      const xs = charts.map(chart => chart.u.data[0]);
      zoom([Math.max(first, Math.min(...xs.map(x => x[0]))), Math.min(last, Math.max(...xs.map(x => x[x.length - 1])))]);
    }
  }

  const redraw = () => charts.forEach(draw);
  dark.addEventListener('change', redraw);
  if (tools) {
    const shown = () => { tool('smoothing-value').textContent = smoothing().toFixed(2); };
    tool('smoothing').addEventListener('input', () => { shown(); redraw(); });
    tool('logarithmic').addEventListener('change', redraw);
    tool('from').addEventListener('change', typed);
    tool('to').addEventListener('change', typed);
    tool('reset').addEventListener('click', () => zoom(null));
    shown();
  }
  return {update, zoom, short, range: () => range};
}

/** Gives the key of a legend the color and the dashes of its line. */
Charts.paint = (key, slot) => {
  key.style.borderTop = `0.2rem ${slot < 6 ? 'solid' : 'dashed'} var(--series-${(slot % 6) + 1})`;
};
