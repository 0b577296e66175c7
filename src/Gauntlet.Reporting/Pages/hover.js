(() => {
  const read = id => document.getElementById(id);
  const points = JSON.parse(read('points').textContent), line = read('hover'), plots = [...document.querySelectorAll('.plot.time')];
  const hairs = plots.map(plot => { const hair = document.createElement('i'); hair.className = 'hair'; hair.hidden = true; plot.append(hair); return hair; });
  const last = points.day.length - 1, sign = text => text.replace('-', '\u2212');
  let at = last;
  const hide = () => { line.textContent = ''; hairs.forEach(hair => { hair.hidden = true; }); };
  const show = index => {
    at = Math.min(last, Math.max(0, index));
    hairs.forEach(hair => { hair.style.left = 100 * at / last + '%'; hair.hidden = false; });
    line.textContent = `${points.day[at]} \u00b7 ${points.name} ${points.own[at].toFixed(2)} \u00b7 holding ${points.held[at].toFixed(2)} \u00b7 ${sign((-points.under[at]).toFixed(1))}\u00a0% under water`;
  };
  plots.forEach(plot => {
    plot.addEventListener('pointermove', event => { const box = plot.getBoundingClientRect(); show(Math.round(last * (event.clientX - box.left) / box.width)); });
    plot.addEventListener('pointerleave', hide);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide();
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === 'ArrowLeft') show(at - 1);
    else if (event.key === 'ArrowRight') show(at + 1);
  });
})();
