package org.gan4j.data.crops;

import org.gan4j.api.data.Column;
import org.gan4j.api.data.Field;
import org.gan4j.data.folder.WholeImages;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/** The crops as a column. A crop's place and symmetry are drawn from the random stream of its number. */
record CropColumn(Field field, WholeImages images, ImageCrops crops) implements Column {
    private static final int TOP = 0;
    private static final int LEFT = 1;
    private static final int MIRRORED = 2;
    private static final int TURNED = 3;
    private static final int DRAWS = 4;
    private static final int QUARTERS = 4;

    @Override
    public int samples() {
        return images.size() * crops.perImage();
    }

    @Override
    public TensorData read(int... indices) {
        float[] batch = new float[indices.length * field.shape().size()];
        float[] crop = new float[field.shape().size()];
        for (int i = 0; i < indices.length; i++) {
            readOne(indices[i], crop, batch, i * crop.length);
        }
        return TensorData.of(batch, field.batch(indices.length));
    }

    private void readOne(int sample, float[] crop, float[] batch, int start) {
        float[] draws = new float[DRAWS];
        new Philox(crops.seed(), "image-crops", sample).uniforms(0, draws, DRAWS);
        int size = crops.size();
        int image = sample / crops.perImage();
        int top = below(images.height(image) - size + 1, draws[TOP]);
        int left = below(images.width(image) - size + 1, draws[LEFT]);
        images.read(image, top, left, size, crop);
        boolean mirrored = crops.flips() && below(2, draws[MIRRORED]) == 1;
        Turn turn = Turn.of(size, mirrored, crops.rotations() ? below(QUARTERS, draws[TURNED]) : 0);
        int at = start;
        for (int plane = 0; plane < crop.length; plane += size * size) {
            for (int y = 0; y < size; y++) {
                int from = plane + turn.first() + y * turn.down();
                for (int x = 0; x < size; x++) {
                    batch[at++] = crop[from + x * turn.across()];
                }
            }
        }
    }

    /** Returns a whole number from 0 to bound - 1. In double precision, the product stays below the bound. */
    private static int below(int bound, double uniform) {
        return (int) (uniform * bound);
    }
}
