package org.gan4j.apps.translation;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.data.folder.ImageFile;
import org.gan4j.data.photos.Finish;
import org.gan4j.data.photos.PhotoFormat;

/**
 * A translator by one generator per direction.
 *
 * @param mappings the generators; the first direction is the default
 */
record WholeImageTranslator(Map<Direction, ImageMapping> mappings, Direction direction, Weights weights, Finish finish)
        implements Translator {
    WholeImageTranslator(Map<Direction, ImageMapping> mappings, Direction direction, Weights weights) {
        this(mappings, direction, weights, Finish.NONE);
    }

    @Override
    public List<Direction> directions() {
        return mappings.keySet().stream().sorted().toList();
    }

    @Override
    public Translator direction(Direction chosen) {
        if (!mappings.containsKey(chosen)) {
            throw new IllegalArgumentException("this GAN translates " + directions() + ", not " + chosen
                    + ": leave out the direction, or train cyclegan, which learns both");
        }
        return new WholeImageTranslator(mappings, chosen, weights, finish);
    }

    @Override
    public Translator weights(Weights chosen) {
        return new WholeImageTranslator(mappings, direction, chosen, finish);
    }

    @Override
    public Translator finish(Finish chosen) {
        return new WholeImageTranslator(mappings, direction, weights, chosen);
    }

    @Override
    public BufferedImage translate(BufferedImage image) {
        return mapped(PixelImage.of(image));
    }

    @Override
    public double translate(Path from, Path to) {
        PhotoFormat format = PhotoFormat.of(to);
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + " for " + to + ": create it first");
        }
        PixelImage image = ImageFile.pixels(from);
        BufferedImage translated = mapped(image);
        format.write(to, translated, Optional.empty(), finish, warning -> {});
        return difference(image.colored(), PixelImage.of(translated).colored());
    }

    private BufferedImage mapped(PixelImage image) {
        return mappings.get(direction).map(image, weights);
    }

    private static double difference(PixelImage one, PixelImage other) {
        long sum = 0;
        for (int i = 0; i < one.levels().length; i++) {
            sum += Math.abs((one.levels()[i] & 0xFF) - (other.levels()[i] & 0xFF));
        }
        return (double) sum / one.levels().length;
    }
}
