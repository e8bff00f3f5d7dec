const moments = JSON.parse(document.getElementById('moments').textContent);
const range = document.querySelector('input');
range.addEventListener('input', () => {
  const moment = moments[Number(range.value) + 1];
  document.querySelector('output').textContent = `${moment.from} to ${moment.to}`;
  document.querySelector('.map').replaceChildren(drawing(moment.drawing));
  document.querySelector('.ill').replaceChildren(...moment.ill.map((text) => el('li', '', text)));
});
