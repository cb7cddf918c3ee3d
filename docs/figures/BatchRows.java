import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the figure of docs/applications/biggan.md: the kernel distance of the cells of docs/studies/batch.yaml, by the size of
 * the batch, at equal images and at equal steps.
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/BatchRows.java docs/images/batches.png studies/batch/study.csv
 * </pre>
 */
class BatchRows {
    private static final Pattern IMAGES = Pattern.compile("200000 images by (\\d+)");
    private static final Pattern STEPS = Pattern.compile("500 steps of (\\d+)");

    public static void main(String[] files) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(560)
                .height(360)
                .xAxisTitle("images in a batch")
                .yAxisTitle("kernel distance")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.InsideNW)
                .setChartBackgroundColor(java.awt.Color.WHITE);
        add(chart, "200,000 images", IMAGES, files);
        add(chart, "500 steps", STEPS, files);
        BitmapEncoder.saveBitmap(chart, files[0], BitmapEncoder.BitmapFormat.PNG);
    }

    private static void add(XYChart chart, String name, Pattern arm, String[] files) throws IOException {
        Map<Integer, List<Double>> values = new TreeMap<>();
        for (int i = 1; i < files.length; i++) {
            List<String> lines = Files.readAllLines(Path.of(files[i]));
            List<String> header = List.of(lines.get(0).split(","));
            int column = header.indexOf("kernel-distance");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                Matcher matcher = arm.matcher(line);
                if (matcher.find() && cells.length > column && !cells[column].isEmpty()) {
                    values.computeIfAbsent(Integer.parseInt(matcher.group(1)), any -> new ArrayList<>())
                            .add(Double.parseDouble(cells[column]));
                }
            }
        }
        List<Double> means = values.values().stream()
                .map(each -> each.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toList();
        chart.addSeries(name, new ArrayList<>(values.keySet()), means).setMarker(SeriesMarkers.CIRCLE);
    }
}
