(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const points = JSON.parse(document.getElementById('points').textContent), line = document.getElementById('hover'), plots = all('.plot.time');
  let minute = points.start;
  const times = points.step.map(step => new Date((minute += step * points.unit) * 60000));
  const last = times.length - 1, clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  const iso = (time, length = 10) => time.toISOString().slice(0, length).replace('T', ' ');
  const dated = time => iso(time, points.unit < 1440 ? 16 : 10);
  let from = 0, to = 1, at = last;

  // Hover: one cross-hair over all charts that share the axis, one line of text above them.
  const add = (plot, kind) => { const mark = document.createElement('i'); mark.className = kind; mark.hidden = true; plot.append(mark); return mark; };
  const hairs = plots.map(plot => add(plot, 'hair')), brushes = plots.map(plot => add(plot, 'brush'));
  const place = share => (share - from) / (to - from) * 100 + '%';
  const hide = () => { line.textContent = ''; hairs.forEach(hair => { hair.hidden = true; }); };
  const show = index => {
    at = clamp(index, Math.ceil(from * last), Math.floor(to * last));
    hairs.forEach(hair => { hair.style.left = place(at / last); hair.hidden = false; });
    line.textContent = `${dated(times[at])} \u00b7 ${points.name} ${points.own[at].toFixed(2)} \u00b7 ${points.other} ${points.held[at].toFixed(2)} \u00b7 ${points.under[at] > 0 ? '\u2212' : ''}${points.under[at].toFixed(1)}\u00a0% under water`;
  };

  // Zoom: drag, + and -, 0 and double click; the range stands in the address.
  const axes = all('.axis.days').map(axis => [axis, axis.innerHTML]);
  plots.forEach(plot => all('.sign, .region, .beside', plot).forEach(text => { text.dataset.at = parseFloat(text.style.left); }));
  const signs = plot => {
    all('.late', plot).forEach(sign => sign.remove());
    const source = plot.querySelector('.signs');
    if (!source || to - from > 0.5) return;
    const shown = JSON.parse(source.textContent).filter(sign => sign[0] >= from * 1000 && sign[0] <= to * 1000);
    if (shown.length > 240) return;
    shown.forEach(([left, top, glyph]) => {
      const sign = document.createElement('span');
      sign.className = 'sign late ' + ('\u25b2\u25b3'.includes(glyph[0]) ? 'buy' : 'sell');
      sign.style.left = place(left / 1000); sign.style.top = top + 'px'; sign.textContent = glyph;
      plot.append(sign);
    });
  };
  const draw = () => {
    const whole = from === 0 && to === 1;
    document.body.classList.toggle('zoomed', !whole);
    plots.forEach(plot => {
      const svg = plot.querySelector('svg'), height = svg.viewBox.baseVal.height;
      svg.setAttribute('viewBox', `${1000 * from} 0 ${1000 * (to - from)} ${height}`);
      all('[data-at]', plot).forEach(text => { const share = text.dataset.at / 100; text.style.left = place(share); text.hidden = share < from || share > to; });
      signs(plot);
    });
    axes.forEach(([axis, own]) => {
      axis.innerHTML = own;
      if (whole) return;
      axis.replaceChildren(...[0, 1, 2, 3, 4].map(tick => {
        const label = document.createElement('span');
        label.style.left = tick * 25 + '%';
        label.textContent = iso(times[Math.round((from + (to - from) * tick / 4) * last)]);
        return label;
      }));
    });
    hide();
  };
  const zoom = (low, high, write = true) => {
    const least = Math.min(1, 4 / last);
    if (high - low < least) { const middle = (low + high) / 2; low = middle - least / 2; high = middle + least / 2; }
    if (low < 0) { high -= low; low = 0; }
    if (high > 1) { low -= high - 1; high = 1; }
    from = Math.max(0, low); to = Math.min(1, high);
    draw();
    if (write) history.replaceState(null, '', from === 0 && to === 1 ? location.pathname + location.search : `#x=${iso(times[Math.round(from * last)])}..${iso(times[Math.round(to * last)])}`);
  };
  const read = () => {
    const range = /^#x=(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(location.hash);
    if (!range) return;
    const index = text => { const found = times.findIndex(time => iso(time) >= text); return found < 0 ? last : found; };
    zoom(index(range[1]) / last, index(range[2]) / last, false);
  };
  const share = (plot, event) => { const box = plot.getBoundingClientRect(); return from + (to - from) * clamp((event.clientX - box.left) / box.width, 0, 1); };
  plots.forEach(plot => {
    let start = null;
    plot.addEventListener('pointermove', event => {
      const now = share(plot, event);
      show(Math.round(last * now));
      if (start !== null) brushes.forEach(brush => { brush.hidden = false; brush.style.left = place(Math.min(start, now)); brush.style.width = Math.abs(now - start) / (to - from) * 100 + '%'; });
    });
    plot.addEventListener('pointerdown', event => { if (event.button === 0 && event.pointerType !== 'touch') { start = share(plot, event); plot.setPointerCapture(event.pointerId); event.preventDefault(); } });
    plot.addEventListener('pointerup', event => {
      const now = share(plot, event), began = start;
      start = null;
      brushes.forEach(brush => { brush.hidden = true; });
      if (began !== null && Math.abs(now - began) > (to - from) * 0.01) zoom(Math.min(began, now), Math.max(began, now));
    });
    plot.addEventListener('dblclick', () => zoom(0, 1));
    plot.addEventListener('pointerleave', hide);
  });
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const middle = line.textContent ? at / last : (from + to) / 2, span = to - from;
    if (event.key === 'Escape') hide();
    else if (event.key === 'ArrowLeft') show(at - 1);
    else if (event.key === 'ArrowRight') show(at + 1);
    else if (event.key === '+' || event.key === '=') zoom(middle - span / 4, middle + span / 4);
    else if (event.key === '-') zoom(middle - span, middle + span);
    else if (event.key === '0') zoom(0, 1);
  });
  addEventListener('hashchange', read);
  read();

  // Tables: a cell's number behind its text, for sorting and for copying.
  const plain = text => text.replace(/\u2212/g, '-').replace(/\u00a0/g, ' ').trim();
  const value = cell => {
    if (!cell) return '';
    if (cell.dataset.v !== undefined) return cell.dataset.v;
    const text = plain((cell.querySelector('b') || cell).textContent);
    return /^[+-]?[\d,]+(\.\d+)?$/.test(text) ? text.replace(/[,+]/g, '') : text;
  };
  const order = (left, right) => (left !== '' && right !== '' && !isNaN(left) && !isNaN(right) ? left - right : left < right ? -1 : left > right ? 1 : 0);
  all('table.sort').forEach(table => all('thead th', table).forEach((head, column) => {
    const button = document.createElement('button');
    button.textContent = head.textContent; button.title = 'Sort'; head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') !== 'descending';
      all('thead th', table).forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      table.tBodies[0].append(...[...table.tBodies[0].rows].sort((a, b) => (down ? -1 : 1) * order(value(a.cells[column]), value(b.cells[column]))));
    });
  }));
  const quote = text => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const copy = text => navigator.clipboard ? navigator.clipboard.writeText(text) : new Promise(done => {
    const area = document.createElement('textarea');
    area.value = text; document.body.append(area); area.select(); document.execCommand('copy'); area.remove(); done();
  });
  all('table[data-csv]').forEach(table => {
    const button = document.createElement('button');
    button.className = 'copy'; button.textContent = 'Copy as CSV'; button.setAttribute('aria-label', `Copy the table ${table.dataset.csv} as CSV`);
    button.addEventListener('click', async () => {
      await copy([...table.rows].map(row => [...row.cells].map(cell => quote(value(cell))).join(',')).join('\n') + '\n');
      button.textContent = '\u2713 Copied';
      setTimeout(() => { button.textContent = 'Copy as CSV'; }, 2000);
    });
    table.parentElement.after(button);
  });

  // Paper shows everything.
  addEventListener('beforeprint', () => all('details').forEach(one => { one.open = true; }));
})();
