package org.gan4j.data.crops;

/**
 * One of the eight symmetries of a square: it is mirrored or not, then turned by quarters. Pixel (y, x) of the result
 * is at {@code first + y · down + x · across} of the original.
 */
record Turn(int first, int down, int across) {
    /**
     * Returns a symmetry.
     *
     * @param side the side of the square in pixels
     * @param quarters the number of quarter turns to the left, 0 to 3
     */
    static Turn of(int side, boolean mirrored, int quarters) {
        int first = source(side, mirrored, quarters, 0, 0);
        int last = side - 1;
        // differences over the whole side, so that a side of 1 has them, too
        int down = last == 0 ? 0 : (source(side, mirrored, quarters, last, 0) - first) / last;
        int across = last == 0 ? 0 : (source(side, mirrored, quarters, 0, last) - first) / last;
        return new Turn(first, down, across);
    }

    private static int source(int side, boolean mirrored, int quarters, int toY, int toX) {
        int y = toY;
        int x = toX;
        for (int i = 0; i < quarters; i++) {
            int before = y;
            y = x;
            x = side - 1 - before;
        }
        return y * side + (mirrored ? side - 1 - x : x);
    }
}
