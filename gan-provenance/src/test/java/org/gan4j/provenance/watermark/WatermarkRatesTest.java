package org.gan4j.provenance.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the figures of docs/provenance.md. */
@Tag("long")
class WatermarkRatesTest {
    @Test
    void itIsInNoneOfTenThousandImagesWithoutIt() {
        List<ImageSet> sets = List.of(
                ImageSet.clothes(4069),
                ImageSet.emoji(1431),
                ImageSet.photographs(32, 1000),
                ImageSet.photographs(64, 1500),
                ImageSet.photographs(128, 1000),
                ImageSet.grids(16, 400),
                ImageSet.grids(64, 100),
                ImageSet.synthetic(500));
        Watermark secret = Watermark.of("secret");
        int images = 0;
        int ofOneKey = 0;
        int ofOtherKeys = 0;
        double smallest = 1;
        for (ImageSet set : sets) {
            for (BufferedImage image : set.images()) {
                WatermarkMatch one = secret.detect(image);
                WatermarkMatch other = Watermark.of("key " + images).detect(image);
                ofOneKey += one.present() ? 1 : 0;
                ofOtherKeys += other.present() ? 1 : 0;
                smallest = Math.min(smallest, Math.min(one.falsePositiveRate(), other.falsePositiveRate()));
                images++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d images: %d found with one key, %d with a key for each; smallest rate %.1e%n",
                images,
                ofOneKey,
                ofOtherKeys,
                smallest);
        assertThat(images).isEqualTo(10_000);
        assertThat(ofOneKey + ofOtherKeys).isZero();
    }

    @Test
    void detectionRatesBySize() {
        Random random = new Random(7);
        Map<String, UnaryOperator<BufferedImage>> changes = new LinkedHashMap<>();
        changes.put("as it is", image -> image);
        changes.put("JPEG 75", image -> Attack.jpeg(image, 0.75));
        changes.put("crop", image -> Attack.crop(image, random));
        changes.put("crop, JPEG 75", image -> Attack.jpeg(Attack.crop(image, random), 0.75));
        changes.put("JPEG 50", image -> Attack.jpeg(image, 0.5));
        changes.put("brighter", Attack::brighter);
        changes.put("90 %", Attack::smaller);
        System.out.println("| images | PSNR, least | robust | " + String.join(" | ", changes.keySet())
                + " | two keys | another key | ms |");
        Stream.of(
                        ImageSet.clothes(500),
                        ImageSet.emoji(300),
                        ImageSet.photographs(16, 300),
                        ImageSet.photographs(28, 300),
                        ImageSet.photographs(32, 300),
                        ImageSet.photographs(64, 300),
                        ImageSet.photographs(128, 200),
                        ImageSet.photographs(256, 100),
                        ImageSet.grids(4, 100),
                        ImageSet.grids(16, 100),
                        ImageSet.grids(64, 100))
                .forEach(set -> System.out.println(row(set, changes)));
    }

    private static String row(ImageSet set, Map<String, UnaryOperator<BufferedImage>> changes) {
        List<BufferedImage> images = set.images();
        int count = images.size();
        List<MarkedImage> marked = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            marked.add(key(i).embed(images.get(i)));
        }
        double time = (System.nanoTime() - start) / 1e6 / count;
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s (%d) | %.1f, %.1f | %s ",
                set.name(),
                count,
                marked.stream().mapToDouble(MarkedImage::psnr).average().orElseThrow(),
                marked.stream().mapToDouble(MarkedImage::psnr).min().orElseThrow(),
                percent(marked.stream().filter(MarkedImage::robust).count(), count)));
        for (UnaryOperator<BufferedImage> change : changes.values()) {
            int found = 0;
            for (int i = 0; i < count; i++) {
                found += key(i).detect(change.apply(marked.get(i).image())).present() ? 1 : 0;
            }
            row.append("| ").append(percent(found, count)).append(' ');
        }
        int both = 0;
        int others = 0;
        for (int i = 0; i < count; i++) {
            Watermark second = Watermark.of("second");
            BufferedImage twice = second.embed(marked.get(i).image()).image();
            both += key(i).detect(twice).present() && second.detect(twice).present() ? 1 : 0;
            others += Watermark.of("other").detect(marked.get(i).image()).present() ? 1 : 0;
        }
        assertThat(others).isZero();
        return row.append(String.format(Locale.ROOT, "| %s | %d | %.0f |", percent(both, count), others, time))
                .toString();
    }

    private static Watermark key(int number) {
        return Watermark.of("key " + number);
    }

    private static String percent(long part, int count) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / count);
    }
}
