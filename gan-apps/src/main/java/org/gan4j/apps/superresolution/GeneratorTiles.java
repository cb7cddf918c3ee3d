package org.gan4j.apps.superresolution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.InferenceRunner.Prepared;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Enlarges one tile after the other with a generator, which is prepared once per side of a tile. One at a time, since
 * the memory of an engine grows with the batch, and a tile is large enough to keep every core busy.
 */
final class GeneratorTiles {
    private static final String INPUT = SmallImages.NAME;
    private static final int RGB = 3;

    private final InferenceRunner runner;
    private final Network generator;
    private final int scale;
    private final int channels;
    private final Map<Integer, Prepared> bySide = new ConcurrentHashMap<>();

    GeneratorTiles(InferenceRunner runner, Network generator, int scale, int channels) {
        if (scale < 1) {
            throw new IllegalArgumentException("an upscaler needs a scale of at least 1, not " + scale);
        }
        if (channels != 1 && channels != RGB) {
            throw new IllegalArgumentException("an upscaler needs a generator of 1 or 3 channels, not " + channels);
        }
        this.runner = runner;
        this.generator = generator;
        this.scale = scale;
        this.channels = channels;
    }

    int scale() {
        return scale;
    }

    /**
     * Enlarges a tile.
     *
     * @param planes the samples of one color after the other, in [-1, 1]
     * @param colors the number of colors, 1 or 3
     */
    float[] enlarge(float[] planes, int colors, int side, Weights weights) {
        Prepared prepared = bySide.computeIfAbsent(side, this::prepared);
        if (colors == 1 && channels == RGB) {
            float[] equal = new float[RGB * planes.length];
            for (int channel = 0; channel < RGB; channel++) {
                System.arraycopy(planes, 0, equal, channel * planes.length, planes.length);
            }
            return means(run(prepared, equal, 1, side, weights));
        }
        // a generator of gray enlarges each color as an image of its own
        return run(prepared, planes, colors / channels, side, weights);
    }

    private float[] run(Prepared prepared, float[] planes, int rows, int side, Weights weights) {
        TensorData tiles = TensorData.of(planes, Shape.of(rows, channels, side, side));
        try {
            return prepared.run(Map.of(INPUT, tiles), weights).toFloats();
        } catch (IllegalArgumentException problem) {
            if (side <= Tiles.DEFAULT.side()) {
                throw problem;
            }
            throw new IllegalArgumentException(
                    "tiles of " + side + " pixels a side cannot be enlarged (" + problem.getMessage()
                            + "): choose smaller ones, such as " + Tiles.DEFAULT.side(),
                    problem);
        }
    }

    private Prepared prepared(int side) {
        Field input = new Field(INPUT, DType.FLOAT, Shape.of(channels, side, side));
        Prepared prepared = runner.prepare(List.of(input), (parameters, in) -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(INPUT)))
                .value());
        Shape expected = Shape.of(channels, scale * side, scale * side);
        if (!prepared.output().equals(expected)) {
            throw new IllegalArgumentException("the network " + generator.name() + " makes " + prepared.output()
                    + " of a tile " + input.shape() + ", and an upscaler by " + scale + " needs " + expected);
        }
        return prepared;
    }

    private static float[] means(float[] colors) {
        int size = colors.length / RGB;
        float[] gray = Arrays.copyOf(colors, size);
        for (int i = 0; i < size; i++) {
            gray[i] = (colors[i] + colors[size + i] + colors[2 * size + i]) / RGB;
        }
        return gray;
    }
}
