package org.gan4j.cli.study;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the curves of a study, one chart for each number: a line through the mean over the seeds for each arm, and a
 * point for each seed. Needs no display.
 */
final class StudyFigure {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final int ACROSS = 2;
    /** The ratio of values from which on an axis is logarithmic. */
    private static final double MAGNITUDES = 1e4;

    /** Colors that people who are color-blind can tell apart (Okabe and Ito 2008). */
    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000),
            new Color(0xF0E442));

    private StudyFigure() {}

    /** Returns the figure, or nothing if nothing was measured yet. */
    static Optional<BufferedImage> of(StudyReport report) {
        List<XYChart> charts = new ArrayList<>();
        for (String number : report.numbers()) {
            chart(report, number).ifPresent(charts::add);
        }
        return charts.isEmpty() ? Optional.empty() : Optional.of(together(charts));
    }

    private static BufferedImage together(List<XYChart> charts) {
        int across = Math.min(ACROSS, charts.size());
        int down = (charts.size() + across - 1) / across;
        BufferedImage all = new BufferedImage(across * WIDTH, down * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = all.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
            for (int i = 0; i < charts.size(); i++) {
                Graphics2D part = (Graphics2D) graphics.create(i % across * WIDTH, i / across * HEIGHT, WIDTH, HEIGHT);
                charts.get(i).paint(part, WIDTH, HEIGHT);
                part.dispose();
            }
        } finally {
            graphics.dispose();
        }
        return all;
    }

    private static Optional<XYChart> chart(StudyReport report, String number) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(number)
                .xAxisTitle("step")
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideE)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        List<Arm> arms = report.plan().arms();
        int last = 0;
        for (int i = 0; i < arms.size(); i++) {
            List<SortedMap<Integer, Double>> seeds = report.of(arms.get(i)).stream()
                    .map(cell -> finite(cell.series().getOrDefault(number, new TreeMap<>())))
                    .filter(values -> !values.isEmpty())
                    .toList();
            if (!seeds.isEmpty()) {
                draw(chart, arms.get(i).name(), seeds, COLORS.get(i % COLORS.size()));
                last = Math.max(
                        last,
                        seeds.stream()
                                .mapToInt(values -> values.lastKey())
                                .max()
                                .orElse(0));
            }
        }
        if (last == 0) {
            return Optional.empty();
        }
        boolean logarithmic = spansMagnitudes(chart);
        chart.getStyler().setYAxisLogarithmic(logarithmic);
        double goal = report.goal(number).orElse(Double.NaN);
        if (logarithmic ? goal > 0 : !Double.isNaN(goal)) {
            XYSeries line = chart.addSeries("data against data", new double[] {0, last}, new double[] {goal, goal});
            line.setMarker(SeriesMarkers.NONE).setLineColor(Color.GRAY).setLineWidth(1);
        }
        return Optional.of(chart);
    }

    private static SortedMap<Integer, Double> finite(SortedMap<Integer, Double> values) {
        SortedMap<Integer, Double> finite = new TreeMap<>(values);
        finite.values().removeIf(value -> !Double.isFinite(value));
        return finite;
    }

    /** Returns whether all values are above 0 and differ by more than a straight axis can show. */
    private static boolean spansMagnitudes(XYChart chart) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (XYSeries series : chart.getSeriesMap().values()) {
            for (double value : series.getYData()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return least > 0 && most / least > MAGNITUDES;
    }

    private static void draw(XYChart chart, String arm, List<SortedMap<Integer, Double>> seeds, Color color) {
        SortedMap<Integer, List<Double>> bySteps = new TreeMap<>();
        seeds.forEach(values -> values.forEach((step, value) ->
                bySteps.computeIfAbsent(step, any -> new ArrayList<>()).add(value)));
        XYSeries mean = chart.addSeries(
                arm,
                steps(bySteps),
                bySteps.values().stream()
                        .mapToDouble(values -> Spread.of(values).mean())
                        .toArray());
        mean.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineWidth(2);
        for (int i = 0; i < seeds.size(); i++) {
            XYSeries points = chart.addSeries(
                    arm + " / " + i,
                    steps(seeds.get(i)),
                    seeds.get(i).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
            points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            points.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color).setShowInLegend(false);
        }
        chart.getStyler().setMarkerSize(4);
    }

    private static double[] steps(SortedMap<Integer, ?> values) {
        return values.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
