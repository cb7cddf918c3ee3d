package org.gan4j.apps.superresolution;

/**
 * The tiles that an image is enlarged in: squares of pixels of the given image, of which each result keeps only its
 * core. Around the core is a margin: neighbors that the generator sees as context. If the margin is as wide as the
 * generator's receptive field reaches, no pixel depends on the tiles, unless the generator normalizes over
 * positions; a few pixels less are rarely visible, since the outer part of a receptive field has little influence
 * (<a href="https://arxiv.org/abs/1701.04128">Luo et al. 2016</a>). Beyond its borders, the image is reflected.
 *
 * @param side the side of a tile, with its margins
 * @param margin the width of the margin, at least 2, which bicubic interpolation needs
 */
public record Tiles(int side, int margin) {
    /** Tiles of 192 pixels with margins of 24: about 60 % of the computed pixels are kept. */
    public static final Tiles DEFAULT = new Tiles(192, 24);

    private static final int SMALLEST_MARGIN = 2;
    private static final int LARGEST_SIDE = 4096;

    /**
     * Validates the sizes.
     *
     * @throws IllegalArgumentException if the margin is less than 2, the margins leave no core, or the side is more than
     *     4096
     */
    public Tiles {
        if (margin < SMALLEST_MARGIN) {
            throw new IllegalArgumentException(
                    "the margin of tiles must be at least " + SMALLEST_MARGIN + " pixels, not " + margin);
        }
        if (side > LARGEST_SIDE) {
            throw new IllegalArgumentException("a tile of " + side + " pixels a side is too large for memory: choose at"
                    + " most " + LARGEST_SIDE);
        }
        if (side <= 2 * margin) {
            throw new IllegalArgumentException("a tile of " + side + " pixels a side is too small, since " + margin
                    + " at each edge are context: choose at least " + (2 * margin + 1) + ", such as " + 8 * margin);
        }
    }

    /**
     * Returns tiles of this side with the default margin.
     *
     * @throws IllegalArgumentException if the margins leave no core
     */
    public static Tiles of(int side) {
        return new Tiles(side, DEFAULT.margin);
    }

    /** Returns the side of the core. */
    int core() {
        return side - 2 * margin;
    }

    /** Returns the number of tiles along a side of an image. */
    int count(int size) {
        return (size + core() - 1) / core();
    }
}
