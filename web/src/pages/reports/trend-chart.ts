import { BarChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as bring } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Report } from '../../api/route-types';

bring([BarChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** A figure month by month. */
export type Trend = Pick<Report, 'trend' | 'standard' | 'unit'>;

/** Where it is drawn, and how its months and values are said. */
interface Drawing {
  readonly at: HTMLElement;
  readonly nameOf: (month: string) => string;
  readonly show: (value: number | null, unit: Report['unit']) => string;
}

/** Draws it as bars, with its standard as a line, as wide as there is room. Answers what takes it away again. */
export function drawTrend(trend: Trend, drawing: Drawing): () => void {
  const chart = init(drawing.at, null, { renderer: 'svg' });
  chart.setOption(barsOf(trend, drawing));
  const resized = new ResizeObserver(() => chart.resize());
  resized.observe(drawing.at);
  return () => {
    resized.disconnect();
    chart.dispose();
  };
}

/** The most that a value can be, where there is a most. */
const MOST: Readonly<Record<Report['unit'], number | undefined>> = { percent: 100, score: 100, points: 5, count: undefined };

/** What the library draws. Its tooltip is text within the picture: it never makes markup, which the page's policy would refuse. */
function barsOf({ trend, standard, unit }: Trend, { at, nameOf, show }: Drawing) {
  const style = getComputedStyle(at);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const text = { color: colour('--quiet'), fontFamily: style.fontFamily };
  return {
    animation: false,
    grid: { left: 48, right: 72, top: 16, bottom: 32 },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'none' },
      valueFormatter: (value: unknown) => show(typeof value === 'number' ? value : null, unit),
    },
    xAxis: { type: 'category', data: trend.map(({ month }) => nameOf(month)), axisLabel: text, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, max: MOST[unit], axisLabel: text, splitLine: { lineStyle: { color: colour('--card-edge') } } },
    series: [
      {
        type: 'bar',
        data: trend.map(({ value }) => value),
        barMaxWidth: 40,
        itemStyle: { color: colour('--accent') },
        ...(standard !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            data: [{ yAxis: standard }],
            lineStyle: { color: colour('--good') },
            label: { ...text, color: colour('--good'), formatter: show(standard, unit) },
          },
        }),
      },
    ],
  };
}
