import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Interaction,
  type InteractionModeFunction,
  LinearScale,
  LogarithmicScale,
  Tooltip,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';

declare module 'chart.js' {
  interface InteractionModeMap {
    row: InteractionModeFunction;
  }
}

/** The row under the pointer, wherever in its height: also a row without a bar, which the built-in modes pass over. */
Interaction.modes.row = (chart, event) => {
  const index = event.y === null ? undefined : chart.scales['y']?.getValueForPixel(event.y);
  const element = index === undefined ? undefined : chart.getDatasetMeta(0).data[index];
  return index === undefined || element === undefined ? [] : [{ element, datasetIndex: 0, index }];
};

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LogarithmicScale, Tooltip, annotation);

export { Chart };
