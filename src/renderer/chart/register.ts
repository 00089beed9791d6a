import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Interaction,
  type InteractionModeFunction,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';

declare module 'chart.js' {
  interface InteractionModeMap {
    row: InteractionModeFunction;
    held: InteractionModeFunction;
  }
}

/** The row under the pointer, wherever in its height: also a row without a bar, which the built-in modes pass over. */
Interaction.modes.row = (chart, event) => {
  const index = event.y === null ? undefined : chart.scales['y']?.getValueForPixel(event.y);
  const element = index === undefined ? undefined : chart.getDatasetMeta(0).data[index];
  return index === undefined || element === undefined ? [] : [{ element, datasetIndex: 0, index }];
};

/** The point whose value holds at the instant under the pointer: the last one that is not to its right. */
Interaction.modes.held = (chart, event) => {
  const points = chart.getDatasetMeta(0).data;
  const index = event.x === null ? -1 : points.findLastIndex(({ x }) => x <= Number(event.x));
  const element = points[index];
  return element === undefined ? [] : [{ element, datasetIndex: 0, index }];
};

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
  annotation,
);

export { Chart };
