import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** Draws into a box and follows its size until stopped. */
export function startDrawing(box: HTMLElement) {
  const chart = init(box, null, { renderer: 'svg' });
  const size = new ResizeObserver(() => chart.resize());
  size.observe(box);
  return {
    show: (options: EChartsCoreOption) => chart.setOption(options, { notMerge: true }),
    stop: () => {
      size.disconnect();
      chart.dispose();
    },
  };
}
