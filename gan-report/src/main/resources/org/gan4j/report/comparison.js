'use strict';

(() => {
  const {$, count, element, fill} = Tables;
  const page = JSON.parse($('#data').textContent);
  const curves = Charts($('#charts'), $('#curve-tools'));
  const evaluations = Charts($('#evaluation-charts'), null);
  const names = page.groups.map(group => group.name);

  function head() {
    document.title = page.title;
    $('#title').textContent = page.title;
    $('#groups').replaceChildren(...page.groups.map((group, i) => {
      const item = element('li');
      const key = element('span', undefined, 'key');
      Charts.paint(key, i);
      const runs = group.runs.map(run => `seed ${run.seed}: step ${count(run.step)}, ${run.state}`).join('; ');
      item.append(key, element('strong', group.name), element('span', runs, 'quiet'));
      return item;
    }));
  }

  function settings() {
    $('#settings').hidden = page.settings.length === 0;
    fill($('#setting-table'), ['setting', ...names], page.settings, names.length + 1);
  }

  function value(numbers) {
    if (!numbers) return '';
    const [mean, deviation] = numbers;
    return deviation === null ? curves.short(mean) : `${curves.short(mean)} ± ${curves.short(deviation)}`;
  }

  function numbers() {
    $('#numbers').hidden = page.table.length === 0 && page.different.length === 0;
    $('#last').hidden = page.table.length === 0;
    fill($('#number-table'), ['metric', ...names], page.table.map(([name, ...values]) => [name, ...values.map(value)]), 1);
    const several = page.groups.some(group => group.runs.length > 1);
    const steps = page.table.flatMap(([, ...values]) => values.filter(Boolean).flatMap(one => [one[2], one[3]]));
    const [from, to] = [Math.min(...steps), Math.max(...steps)];
    $('#number-note').textContent = 'The last evaluation of each run, '
      + (from === to ? `after step ${count(to)}` : `after different steps, from ${count(from)} to ${count(to)}`)
      + (several ? '; mean ± standard deviation (with n − 1) over the seeds of a group.' : '.');
    $('#different').hidden = page.different.length === 0;
    $('#different').textContent = `Measured in different ways, and so not compared: ${page.different.join(', ')}. `
      + 'Evaluate the runs alike with gan evaluate.';
    evaluations.update(page.evaluations.charts.map(chart => ({...chart, points: true})));
  }

  function samples() {
    const shown = page.samples.filter(each => each.images.length > 0);
    $('#samples').hidden = shown.length === 0;
    const steps = [...new Set(shown.flatMap(each => each.images.map(image => image.step)))].sort((a, b) => a - b);
    const figures = shown.map(each => {
      const figure = element('figure');
      const stage = element('div', undefined, 'stage');
      const image = element('img');
      stage.append(image);
      const caption = element('figcaption');
      figure.append(element('h3', each.group), stage, caption);
      return {each, figure, image, caption};
    });
    $('#grids').replaceChildren(...figures.map(each => each.figure));
    const slider = $('#slider');
    slider.max = Math.max(0, steps.length - 1);
    slider.value = slider.max;
    const show = () => {
      const step = steps[Number(slider.value)];
      slider.setAttribute('aria-valuetext', `step ${step}`);
      $('#shown-step').textContent = `up to step ${count(step)}`;
      for (const {each, image, caption} of figures) {
        const until = each.images.filter(one => one.step <= step);
        const latest = until[until.length - 1];
        image.hidden = !latest;
        caption.textContent = latest ? `seed ${each.seed}, after step ${count(latest.step)}` : 'no samples yet';
        if (latest) {
          image.src = latest.src;
          image.alt = `Samples of ${each.group} after step ${latest.step}`;
        }
      }
    };
    slider.addEventListener('input', show);
    if (steps.length > 0) show();
  }

  function metrics() {
    $('#curves').hidden = page.metrics.charts.length === 0;
    $('#bucket').textContent = page.metrics.width > 1 ? `Each point is the mean of ${count(page.metrics.width)} steps. ` : '';
    if (page.groups.some(group => group.runs.length > 1)) {
      $('#bucket').textContent += 'Lines are means over seeds, bands one standard deviation on both sides.';
    }
    curves.update(page.metrics.charts);
  }

  head();
  settings();
  numbers();
  samples();
  metrics();
})();
