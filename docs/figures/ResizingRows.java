import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.features.FeatureExtractor;
import org.gan4j.metrics.features.Features;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * Measures how far resizing and JPEG alone move the numbers, for docs/metrics.md: 1,000 crops of the embedded photographs,
 * 128×128, reduced to 32×32 by an antialiased triangle filter, compared with 1,000 other crops that are reduced otherwise, or
 * that pass through JPEG. Seeds 1 and 2 draw the crops.
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/ResizingRows.java
 * </pre>
 */
class ResizingRows {
    private static final int COUNT = 1000;
    private static final int LARGE = 128;
    private static final int SMALL = 32;

    public static void main(String[] arguments) {
        TensorData one = crops(1);
        TensorData other = crops(2);
        Map<String, UnaryOperator<TensorData>> ways = new LinkedHashMap<>();
        ways.put("antialiased triangle, as the data", images -> triangle(images));
        ways.put("bicubic, antialiased", images -> Bicubic.resized(images, SMALL, SMALL));
        ways.put("mean of squares 4×4", images -> mean(images));
        ways.put("Java2D, bilinear", images -> java2d(images, RenderingHints.VALUE_INTERPOLATION_BILINEAR));
        ways.put("Java2D, bicubic", images -> java2d(images, RenderingHints.VALUE_INTERPOLATION_BICUBIC));
        ways.put("Java2D, nearest neighbor", images -> java2d(images, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR));
        ways.put("triangle, 8 bits", images -> rounded(triangle(images)));
        ways.put("triangle, JPEG of quality 95", images -> jpeg(triangle(images), 0.95f));
        ways.put("triangle, JPEG of quality 75", images -> jpeg(triangle(images), 0.75f));
        try (Session session = Engines.preferred().open();
                FeatureExtractor extractor = FeatureExtractor.standard(session)) {
            Features real = extractor.extract("crops, seed 1", triangle(one));
            boolean head = true;
            for (Map.Entry<String, UnaryOperator<TensorData>> way : ways.entrySet()) {
                Features fake = extractor.extract(way.getKey(), way.getValue().apply(other));
                Map<String, Double> values = Evaluation.of(real, fake, 1).values();
                if (head) {
                    System.out.println("| reduced by | " + String.join(" | ", names(values)) + " |");
                    System.out.println("|---".repeat(names(values).size() + 1) + "|");
                    head = false;
                }
                StringBuilder row = new StringBuilder("| " + way.getKey());
                for (String name : names(values)) {
                    Double error = values.get(name + ".error");
                    row.append(" | ").append(String.format(Locale.ROOT, "%.3f", values.get(name)));
                    row.append(error == null ? "" : String.format(Locale.ROOT, " ± %.3f", error));
                }
                System.out.println(row + " |");
            }
        }
    }

    private static java.util.List<String> names(Map<String, Double> values) {
        return values.keySet().stream()
                .filter(name -> !name.endsWith(".error") && !name.endsWith(".real"))
                .toList();
    }

    private static TensorData crops(long seed) {
        ImageCrops crops = ImageCrops.embedded().size(LARGE).seed(seed);
        try (Dataset data = crops.open()) {
            int[] spread = IntStream.range(0, COUNT)
                    .map(i -> (int) ((long) i * data.size() / COUNT))
                    .toArray();
            return data.read(spread).get(Field.IMAGE);
        }
    }

    /** Reduces by a weighted mean under a triangle of twice the step, as PIL's BILINEAR does. */
    private static TensorData triangle(TensorData images) {
        int step = LARGE / SMALL;
        float[] weights = new float[SMALL * LARGE];
        for (int to = 0; to < SMALL; to++) {
            double sum = 0;
            double center = (to + 0.5) * step;
            for (int from = 0; from < LARGE; from++) {
                double weight = Math.max(0, 1 - Math.abs(from + 0.5 - center) / step);
                weights[to * LARGE + from] = (float) weight;
                sum += weight;
            }
            for (int from = 0; from < LARGE; from++) {
                weights[to * LARGE + from] /= (float) sum;
            }
        }
        return filtered(images, weights);
    }

    private static TensorData mean(TensorData images) {
        int step = LARGE / SMALL;
        float[] weights = new float[SMALL * LARGE];
        for (int from = 0; from < LARGE; from++) {
            weights[from / step * LARGE + from] = 1f / step;
        }
        return filtered(images, weights);
    }

    /** Applies weights [SMALL, LARGE] along both sides. */
    private static TensorData filtered(TensorData images, float[] weights) {
        int planes = COUNT * 3;
        float[] pixels = images.toFloats();
        float[] small = new float[planes * SMALL * SMALL];
        IntStream.range(0, planes).parallel().forEach(plane -> {
            float[] narrow = new float[LARGE * SMALL];
            for (int y = 0; y < LARGE; y++) {
                for (int x = 0; x < SMALL; x++) {
                    float sum = 0;
                    for (int k = 0; k < LARGE; k++) {
                        sum += weights[x * LARGE + k] * pixels[(plane * LARGE + y) * LARGE + k];
                    }
                    narrow[y * SMALL + x] = sum;
                }
            }
            for (int y = 0; y < SMALL; y++) {
                for (int x = 0; x < SMALL; x++) {
                    float sum = 0;
                    for (int k = 0; k < LARGE; k++) {
                        sum += weights[y * LARGE + k] * narrow[k * SMALL + x];
                    }
                    small[(plane * SMALL + y) * SMALL + x] = sum;
                }
            }
        });
        return TensorData.of(small, Shape.of(COUNT, 3, SMALL, SMALL));
    }

    private static TensorData java2d(TensorData images, Object hint) {
        return each(images, image -> {
            BufferedImage small = new BufferedImage(SMALL, SMALL, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = small.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hint);
            graphics.drawImage(image, 0, 0, SMALL, SMALL, null);
            graphics.dispose();
            return small;
        });
    }

    private static TensorData rounded(TensorData images) {
        return each(images, image -> image);
    }

    private static TensorData jpeg(TensorData images, float quality) {
        return each(images, image -> {
            BufferedImage plain = new BufferedImage(SMALL, SMALL, BufferedImage.TYPE_INT_RGB);
            plain.getGraphics().drawImage(image, 0, 0, null);
            try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
                ImageWriteParam settings = writer.getDefaultWriteParam();
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(quality);
                writer.setOutput(out);
                writer.write(null, new IIOImage(plain, null, null), settings);
                writer.dispose();
                out.flush();
                return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    /** Changes each image as one of eight bits. */
    private static TensorData each(TensorData images, UnaryOperator<BufferedImage> change) {
        float[] values = new float[COUNT * 3 * SMALL * SMALL];
        IntStream.range(0, COUNT).forEach(i -> {
            BufferedImage changed = change.apply(ImageGrid.single(images.rows(i, i + 1), 0));
            for (int y = 0; y < SMALL; y++) {
                for (int x = 0; x < SMALL; x++) {
                    int rgb = changed.getRGB(x, y);
                    for (int c = 0; c < 3; c++) {
                        values[((i * 3 + c) * SMALL + y) * SMALL + x] = (rgb >> 16 - 8 * c & 255) / 127.5f - 1;
                    }
                }
            }
        });
        return TensorData.of(values, Shape.of(COUNT, 3, SMALL, SMALL));
    }
}
