package org.gan4j.provenance.watermark;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.emoji.Emoji;
import org.gan4j.data.images.ImageGrid;

/**
 * Images without a watermark.
 *
 * @param name the name to show
 * @param count the number of images
 * @param image returns one of them
 */
record ImageSet(String name, int count, IntFunction<BufferedImage> image) {
    /** Returns the clothes of Fashion-MNIST, gray, 28×28. */
    static ImageSet clothes(int count) {
        return of("Fashion-MNIST, 28×28", FashionMnist.embedded().open(), count);
    }

    /** Returns emoji in color, 32×32. */
    static ImageSet emoji(int count) {
        return of("emoji, 32×32", Emoji.embedded().open(), count);
    }

    /** Returns parts of the embedded photographs in color, each another one. */
    static ImageSet photographs(int side, int count) {
        DataSource crops = ImageCrops.embedded().size(side).perImage((count + 7) / 8);
        return of("photographs, " + side + "×" + side, crops.open(), count);
    }

    /** Returns grids of clothes, each of others as far as they suffice. */
    static ImageSet grids(int size, int count) {
        Dataset data = FashionMnist.embedded().open();
        return new ImageSet(
                "grid of " + size + " clothes",
                count,
                i -> ImageGrid.of(data.read(IntStream.range(0, size)
                                .map(j -> (i * size + j) % data.size())
                                .toArray())
                        .get("image")));
    }

    /** Returns images of one level of gray, of slopes, and of noise, 64×64, a third each. */
    static ImageSet synthetic(int count) {
        return new ImageSet("flat, slopes, noise, 64×64", count, i -> {
            Random random = new Random(i);
            int level = random.nextInt(256);
            double right = random.nextDouble() * 4 - 2;
            double down = random.nextDouble() * 4 - 2;
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < 64; y++) {
                for (int x = 0; x < 64; x++) {
                    double value =
                            switch (i % 3) {
                                case 0 -> level;
                                case 1 -> level + right * (x - 32) + down * (y - 32);
                                default -> random.nextInt(256);
                            };
                    image.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, value)));
                }
            }
            return image;
        });
    }

    private static ImageSet of(String name, Dataset data, int count) {
        int size = data.size();
        return new ImageSet(
                name,
                count,
                i -> ImageGrid.single(data.read((int) ((long) i * size / count)).get("image"), 0));
    }

    List<BufferedImage> images() {
        return IntStream.range(0, count).mapToObj(image).toList();
    }
}
