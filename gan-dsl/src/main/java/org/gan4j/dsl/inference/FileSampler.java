package org.gan4j.dsl.inference;

import java.util.Optional;
import org.gan4j.api.inference.GeneratorFile;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.dsl.inference.GeneratorNotes.Range;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The generator of a file, with images in [-1, 1]. */
final class FileSampler implements LatentSampler {
    /** Generators without a bounded last layer leave [-1, 1] a little; further values are of another range. */
    private static final double FAR = 3;

    private final GeneratorFile file;
    private final String name;
    private final LatentSpace space;
    private final Optional<Range> range;

    FileSampler(GeneratorFile file, GeneratorNotes notes) {
        this.file = file;
        this.name = notes.file();
        this.space = new LatentSpace(notes.distribution(), file.latents());
        this.range = notes.range();
    }

    @Override
    public LatentSpace latents() {
        return space;
    }

    @Override
    public Shape sample() {
        return file.sample();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        Shape given = latents.shape();
        if (given.rank() != 2 || given.dim(1) != space.size()) {
            throw new IllegalArgumentException("the latents of " + name + " are [N," + space.size() + "], not " + given
                    + ": pass one row per sample");
        }
        TensorData computed = file.compute(latents);
        float[] values = computed.toFloats();
        boolean images = file.sample().rank() > 1;
        double low = range.map(Range::low).orElse(-1.0);
        double half = (range.map(Range::high).orElse(1.0) - low) / 2;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("a sample of " + name + " has a value that is " + values[i]
                        + ": its weights are not usable, or cannot be computed with 16 bits; export it again from a"
                        + " generator that works, without --fp16");
            }
            if (images && range.isEmpty() && Math.abs(values[i]) > FAR) {
                throw new IllegalArgumentException("an image of " + name + " has the value " + values[i]
                        + ", so that its range is not [-1, 1]: put the range into the metadata of the file,"
                        + " gan4j.output.range, such as [0, 255]");
            }
            if (images && range.isPresent() && (low != -1 || half != 1)) {
                values[i] = (float) ((values[i] - low) / half - 1);
            }
        }
        return TensorData.of(values, computed.shape());
    }
}
