(() => {
  const plot = document.querySelector('.plot.parallel'), table = document.getElementById('trials');
  if (!plot || !table) return;
  const axes = JSON.parse(plot.dataset.axes), last = axes.length - 1, svg = plot.querySelector('svg'), picked = plot.querySelector('.picked');
  const height = svg.viewBox.baseVal.height, rows = [...table.tBodies[0].rows];
  // Heights of a trial on each axis, from 0 at the foot to 1; nothing where it does not have the parameter.
  const places = rows.map(row => row.dataset.y.split(',').map(part => (part === '' ? undefined : 1 - part / height)));
  const ranges = axes.map(() => [0, 1]), clamp = value => Math.min(1, Math.max(0, value));
  const isPicked = axis => ranges[axis][0] > 0 || ranges[axis][1] < 1;
  const make = (tag, parent, kind, text = '') => { const one = document.createElement(tag); one.className = kind; one.textContent = text; parent.append(one); return one; };

  const say = (axis, share) => {
    if (axis.words) return axis.words[Math.min(axis.words.length - 1, Math.floor(share * axis.words.length))];
    const value = axis.log ? axis.low * (axis.high / axis.low) ** share : axis.low + share * (axis.high - axis.low);
    return String(parseFloat(value.toPrecision(3))).replace('-', '\u2212');
  };

  // A brush on every axis, and the same ranges as sliders for the keyboard and for fingers.
  const brushes = axes.map((axis, i) => { const brush = make('i', plot, 'pick'); brush.style.left = i / last * 100 + '%'; brush.hidden = true; return brush; });
  const box = document.createElement('details');
  box.className = 'filters';
  make('summary', box, '', 'Filter the trials: drag along an axis, or set ranges here');
  const sliders = axes.map((axis, i) => {
    const line = make('div', box, 'filter');
    make('span', line, 'name', axis.name);
    const pair = ['at least', 'at most'].map((edge, which) => {
      const slider = make('input', line, '');
      slider.type = 'range'; slider.min = 0; slider.max = 1000; slider.step = 10;
      slider.setAttribute('aria-label', `${axis.name}, ${edge}`);
      slider.addEventListener('input', () => {
        ranges[i][which] = slider.value / 1000;
        if (ranges[i][0] > ranges[i][1]) ranges[i][1 - which] = ranges[i][which];
        show();
      });
      return slider;
    });
    return [...pair, make('output', line, 'note')];
  });
  const status = document.createElement('p');
  status.className = 'note';
  status.setAttribute('role', 'status');
  const count = make('span', status, ''), all = make('button', status, 'all', 'Show all');
  const clear = () => { ranges.forEach(range => { range[0] = 0; range[1] = 1; }); show(); };
  all.type = 'button';
  all.addEventListener('click', () => { clear(); box.querySelector('summary').focus(); });
  plot.closest('figure').after(box, status);
  plot.classList.add('live');

  const line = place => {
    let path = '', pen = 'M';
    place.forEach((share, i) => {
      if (share === undefined) { pen = 'M'; return; }
      path += `${pen}${(1000 * i / last).toFixed(1)} ${((1 - share) * height).toFixed(1)}`;
      pen = 'L';
    });
    return path;
  };
  const show = (write = true) => {
    const filtered = axes.map((axis, i) => i).filter(isPicked);
    // Heights are whole pixels: half of one is no difference.
    const near = 0.5 / height;
    const found = places.map(place => filtered.every(i => place[i] !== undefined && place[i] >= ranges[i][0] - near && place[i] <= ranges[i][1] + near));
    rows.forEach((row, i) => { row.hidden = !found[i]; });
    picked.setAttribute('d', filtered.length ? places.filter((place, i) => found[i]).map(line).join('') : '');
    plot.classList.toggle('picking', filtered.length > 0);
    axes.forEach((axis, i) => {
      const [low, high] = ranges[i], [least, most, said] = sliders[i];
      brushes[i].hidden = !isPicked(i);
      brushes[i].style.top = (1 - high) * 100 + '%';
      brushes[i].style.height = (high - low) * 100 + '%';
      least.value = low * 1000; most.value = high * 1000;
      least.setAttribute('aria-valuetext', say(axis, low)); most.setAttribute('aria-valuetext', say(axis, high));
      const [from, to] = [say(axis, low), say(axis, high)];
      said.textContent = from === to ? from : `${from} to ${to}`;
    });
    count.textContent = filtered.length
      ? `${found.filter(one => one).length} of the ${rows.length} trials of the table below: ${filtered.map(i => `${axes[i].name} ${sliders[i][2].textContent}`).join(', ')}. `
      : '';
    all.hidden = !filtered.length;
    if (filtered.length) table.closest('details').open = true;
    if (write) history.replaceState(history.state, '', filtered.length ? '#trials=' + filtered.map(i => `${i}:${ranges[i].map(edge => edge.toFixed(3)).join('-')}`).join(',') : location.pathname + location.search);
  };
  const read = () => {
    const wanted = /^#trials=(.+)$/.exec(location.hash);
    if (!wanted) return;
    ranges.forEach(range => { range[0] = 0; range[1] = 1; });
    wanted[1].split(',').forEach(part => {
      const found = /^(\d+):([\d.]+)-([\d.]+)$/.exec(part);
      if (!found || !ranges[found[1]]) return;
      const edges = [clamp(+found[2]), clamp(+found[3])];
      if (edges[0] <= edges[1]) ranges[found[1]] = edges;
    });
    show(false);
  };

  let drag;
  const heightOf = event => { const frame = plot.getBoundingClientRect(); return clamp(1 - (event.clientY - frame.top) / frame.height); };
  plot.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const frame = plot.getBoundingClientRect();
    drag = { axis: Math.round(clamp((event.clientX - frame.left) / frame.width) * last), from: heightOf(event) };
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  const pull = (event, write) => {
    if (!drag) return;
    const now = heightOf(event);
    // A click without a drag takes the brush away.
    ranges[drag.axis] = Math.abs(now - drag.from) < 0.02 ? [0, 1] : [Math.min(now, drag.from), Math.max(now, drag.from)];
    show(write);
  };
  plot.addEventListener('pointermove', event => pull(event, false));
  plot.addEventListener('pointerup', event => { pull(event, true); drag = undefined; });
  plot.addEventListener('pointercancel', () => { drag = undefined; });
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && axes.some((axis, i) => isPicked(i))) clear(); });
  addEventListener('hashchange', read);
  show(false);
  read();
})();
