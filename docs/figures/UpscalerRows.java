import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.superresolution.EnlargementScores;
import org.gan4j.apps.superresolution.EnlargementScores.Row;
import org.gan4j.apps.superresolution.Enlargements;
import org.gan4j.apps.superresolution.Enlargements.Method;
import org.gan4j.apps.superresolution.Tiles;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.data.images.PngFiles;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.data.photos.Finish;
import org.gan4j.dsl.Gan;
import org.gan4j.metrics.images.ImageColor;
import org.gan4j.metrics.images.ImagePairMeasure;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.metrics.images.PerceptualDistance;
import org.gan4j.metrics.images.PretrainedTrunk;
import org.gan4j.metrics.images.StructuralSimilarity;
import org.gan4j.metrics.images.TrunkDistance;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * Measures ways to enlarge photographs four times beside each other, for docs/applications/super-resolution.md:
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/UpscalerRows.java data/photos/test build/rows small
 * docs/figures/esrgan_slim.py data/esrgan-slim/models/x4 build/rows/small build/esrgan
 * java -cp "$(./gan classpath)" docs/figures/UpscalerRows.java data/photos/test build/rows \
 *     nearest bicubic unsharp images:build/esrgan run:runs/super-resolution-001@6000 photographs photographs-sharp
 * </pre>
 *
 * A row is nearest, bicubic, a run with a step, a folder of images that another program enlarged, the name of a pretrained
 * GAN, or an unsharp mask after bicubic with its deviation in pixels and its amount; unsharp alone tries twelve. The small
 * images (of small) and all enlarged ones are written to the second folder. The perceptual distance is that in InceptionV3's mixed5, from
 * scripts/data/fetch-perceptual-net.
 */
class UpscalerRows {
    private static final int SCALE = 4;

    private final List<Found> photographs;
    private final Path out;
    private final List<ImagePairMeasure> measures;
    /** The perceptual distance of each photograph, by row. */
    private final Map<String, List<Double>> distances = new LinkedHashMap<>();

    private UpscalerRows(List<Found> photographs, Path out, List<ImagePairMeasure> measures) {
        this.photographs = photographs;
        this.out = out;
        this.measures = measures;
    }

    public static void main(String[] arguments) {
        PerceptualDistance judge =
                new PerceptualDistance(PretrainedTrunk.INCEPTION_V3, List.of("mixed5"), "data/perceptual-net");
        try (Session session = Engines.preferred().open();
                TrunkDistance perceptual = judge.in(session)) {
            UpscalerRows rows = new UpscalerRows(
                    FolderListing.of(Path.of(arguments[0])).images(),
                    Path.of(arguments[1]),
                    List.of(
                            new PeakSignalToNoise(ImageColor.Y, SCALE, false),
                            new PeakSignalToNoise(ImageColor.RGB, SCALE, false),
                            new StructuralSimilarity(ImageColor.Y, SCALE, false),
                            perceptual));
            for (String name : List.of(arguments).subList(2, arguments.length)) {
                if (name.equals("unsharp")) {
                    for (double deviation : new double[] {1, 1.5, 2, 3}) {
                        for (double amount : new double[] {0.5, 1, 2}) {
                            rows.measure("unsharp:" + deviation + "," + amount);
                        }
                    }
                } else {
                    rows.measure(name);
                }
            }
            rows.printWins();
        }
    }

    private void measure(String name) {
        String[] kind = name.split(":", 2);
        List<Row> rows = new ArrayList<>();
        double[] seconds = new double[1];
        try (Gan gan = gan(kind)) {
            for (Found file : photographs) {
                Named way = new Named(file.name(), out.resolve(name.replaceAll("[^A-Za-z0-9.,@-]", "_"))) {
                    @Override
                    BufferedImage enlarged(BufferedImage small) {
                        long start = System.nanoTime();
                        BufferedImage enlarged = switch (kind[0]) {
                            case "small" -> small;
                            case "nearest", "bicubic" -> bicubic(small);
                            case "images" -> read(Path.of(kind[1]).resolve(png));
                            case "unsharp" -> unsharp(bicubic(small), kind[1].split(","));
                            default -> gan.as(Upscaler.class).upscale(small);
                        };
                        seconds[0] += (System.nanoTime() - start) / 1e9;
                        write(enlarged);
                        return kind[0].equals("small") ? bicubic(small) : enlarged;
                    }
                };
                Enlargements all = Enlargements.of(file.file(), way);
                Method method = kind[0].equals("nearest") ? Method.NEAREST : Method.GENERATOR;
                Map<Method, TensorData> one = Map.of(Method.GENERATOR, all.enlarged().get(method));
                if (!kind[0].equals("small")) {
                    rows.add(Row.of(file.name(), new Enlargements(all.original(), one), measures));
                }
            }
        }
        if (!rows.isEmpty()) {
            print(name, rows, seconds[0]);
        }
    }

    private void print(String name, List<Row> rows, double seconds) {
        EnlargementScores scores = new EnlargementScores(
                measures.stream().map(ImagePairMeasure::resultName).toList(), rows);
        System.out.printf(Locale.ROOT, "%-44s", name);
        for (int measure = 0; measure < measures.size(); measure++) {
            System.out.printf(Locale.ROOT, " %8.4f", scores.mean(Method.GENERATOR, measure));
        }
        System.out.printf(Locale.ROOT, " %6.1f s%n", seconds);
        for (Row row : rows) {
            List<Double> values = row.values().get(Method.GENERATOR);
            System.out.printf(
                    Locale.ROOT, "    %-22s %6.2f %6.2f %.4f %.4f%n", row.photograph(), values.get(0), values.get(1),
                    values.get(2), values.get(3));
            distances.computeIfAbsent(name, any -> new ArrayList<>()).add(values.get(3));
        }
    }

    /** Prints for each pair of rows on how many photographs the first has the smaller perceptual distance. */
    private void printWins() {
        distances.forEach((first, own) -> distances.forEach((second, others) -> {
            if (!first.equals(second)) {
                long wins = IntStream.range(0, own.size())
                        .filter(i -> own.get(i) < others.get(i))
                        .count();
                System.out.printf(Locale.ROOT, "%s before %s on %d of %d%n", first, second, wins, own.size());
            }
        }));
    }

    private static Gan gan(String[] kind) {
        if (kind[0].equals("run")) {
            String[] run = kind[1].split("@");
            return Gan.load(Path.of(run[0]), Integer.parseInt(run[1]));
        }
        return kind[0].startsWith("photographs") ? Gan.pretrained(kind[0]) : null;
    }

    private static BufferedImage bicubic(BufferedImage small) {
        int width = small.getWidth();
        int height = small.getHeight();
        float[] planes = new float[3 * width * height];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = small.getRaster().getSample(i % width, i / width % height, i / width / height) / 127.5f - 1;
        }
        TensorData large =
                Bicubic.resized(TensorData.of(planes, Shape.of(1, 3, height, width)), SCALE * height, SCALE * width);
        return ImageGrid.single(large, 0);
    }

    /** Returns image + amount · (image - image blurred by a Gaussian). */
    private static BufferedImage unsharp(BufferedImage image, String[] settings) {
        double deviation = Double.parseDouble(settings[0]);
        double amount = Double.parseDouble(settings[1]);
        int reach = (int) Math.ceil(3 * deviation);
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage sharp = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + reach];
        }
        double[] rows = new double[width * height];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double total = 0;
                    for (int i = -reach; i <= reach; i++) {
                        int at = Math.max(0, Math.min(width - 1, x + i));
                        total += weights[i + reach] * image.getRaster().getSample(at, y, channel);
                    }
                    rows[y * width + x] = total / sum;
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double blurred = 0;
                    for (int i = -reach; i <= reach; i++) {
                        blurred += weights[i + reach] * rows[Math.max(0, Math.min(height - 1, y + i)) * width + x];
                    }
                    int level = image.getRaster().getSample(x, y, channel);
                    long sharper = Math.round(level + amount * (level - blurred / sum));
                    sharp.getRaster().setSample(x, y, channel, (int) Math.max(0, Math.min(255, sharper)));
                }
            }
        }
        return sharp;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing.getMessage() + ": " + file, missing);
        }
    }

    /** A way to enlarge one photograph, whose result is kept as a PNG of its name. */
    private abstract static class Named implements Upscaler {
        final String png;
        private final Path folder;

        Named(String photograph, Path folder) {
            this.png = photograph.substring(0, photograph.lastIndexOf('.')) + ".png";
            this.folder = folder;
        }

        abstract BufferedImage enlarged(BufferedImage small);

        void write(BufferedImage image) {
            try {
                Files.createDirectories(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            PngFiles.write(folder.resolve(png), image);
        }

        @Override
        public int scale() {
            return SCALE;
        }

        @Override
        public BufferedImage upscale(BufferedImage image) {
            return enlarged(image);
        }

        @Override
        public void upscale(Path from, Path to) {
            throw new UnsupportedOperationException("only images in memory");
        }

        @Override
        public Upscaler tiles(Tiles tiles) {
            return this;
        }

        @Override
        public Upscaler weights(Weights weights) {
            return this;
        }

        @Override
        public Upscaler finish(Finish finish) {
            return this;
        }

        @Override
        public Upscaler listener(Listener listener) {
            return this;
        }
    }
}
