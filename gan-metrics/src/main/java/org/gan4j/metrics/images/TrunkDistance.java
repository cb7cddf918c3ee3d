package org.gan4j.metrics.images;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.trunks.Trunk;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * The distance of two images in the features of a trunk, after LPIPS (<a
 * href="https://arxiv.org/abs/1801.03924">Zhang et al. 2018</a>) without its learned weights. With the features f of a
 * layer, F channels at each of h×w positions,
 *
 * <pre>
 * distance = Σ over layers of 1/(h w) Σ over positions of ‖f(x)/‖f(x)‖ − f(y)/‖f(y)‖‖²
 * </pre>
 *
 * so it is 0 for equal images and at most 4 for each layer. The numbers depend on the trunk and the layers, and are no
 * LPIPS. A trunk whose features a generator was trained on must not judge that generator.
 *
 * <p>A side longer than {@value #TILE} pixels is divided into tiles of equal length, the fewest of at most that length,
 * which overlap by a few pixels; the distance is the mean over tiles. So memory is bounded for images of any size. It is
 * compiled for one size of tiles at a time. Like its session, it must be used by one thread at a time.
 */
public final class TrunkDistance implements ImagePairMeasure, AutoCloseable {
    private static final int TILE = 512;
    private static final double EPSILON = 1e-10;

    private final Session session;
    private final Trunk trunk;
    private final List<String> layers;
    private Shape compiledFor;
    private Program program;

    /**
     * Creates a distance.
     *
     * @param session the session that computes; it stays open when the distance is closed
     * @param trunk the network that computes the features
     * @param layers the names of the layers, or none for all features of the trunk
     * @throws IllegalArgumentException if the trunk has no such layer
     */
    public TrunkDistance(Session session, Trunk trunk, List<String> layers) {
        for (String layer : layers) {
            if (!trunk.features().contains(layer)) {
                throw new IllegalArgumentException(
                        trunk.name() + " has no layer " + layer + "; it has " + String.join(", ", trunk.features()));
            }
        }
        this.session = session;
        this.trunk = trunk;
        this.layers = layers.isEmpty() ? trunk.features() : List.copyOf(layers);
    }

    /**
     * {@inheritDoc} Here it is followed by the trunk, and by the layers unless they are all of its features: {@code
     * perceptual-distance.inception-v3.mixed5}.
     */
    @Override
    public String resultName() {
        return PerceptualDistance.NAME + "." + trunk.name()
                + (layers.equals(trunk.features()) ? "" : "." + String.join("+", layers));
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.tensor.ShapeException if the trunk does not take images of this shape
     */
    @Override
    public double of(TensorData reference, TensorData image) {
        MeanOverPairs.requirePair(resultName(), reference, image);
        Shape s = image.shape();
        int height = tile(s.dim(1));
        int width = tile(s.dim(2));
        compile(Shape.of(1, s.dim(0), height, width));
        float[] x = reference.toFloats();
        float[] y = image.toFloats();
        int rows = tiles(s.dim(1));
        int columns = tiles(s.dim(2));
        double sum = 0;
        for (int i = 0; i < rows * columns; i++) {
            int top = start(i / columns, s.dim(1));
            int left = start(i % columns, s.dim(2));
            sum += program.run(Map.of("x", cut(x, s, top, left), "y", cut(y, s, top, left)))
                    .get("distance")
                    .item();
        }
        return sum / (rows * columns);
    }

    private static int tiles(int length) {
        return (length + TILE - 1) / TILE;
    }

    private static int tile(int length) {
        return (length + tiles(length) - 1) / tiles(length);
    }

    /** Returns the start of a tile; the last one ends where the length does. */
    private static int start(int index, int length) {
        return tiles(length) == 1 ? 0 : index * (length - tile(length)) / (tiles(length) - 1);
    }

    private TensorData cut(float[] pixels, Shape s, int top, int left) {
        int height = compiledFor.dim(2);
        int width = compiledFor.dim(3);
        float[] tile = new float[s.dim(0) * height * width];
        for (int row = 0; row < s.dim(0) * height; row++) {
            int from = (row / height * s.dim(1) + top + row % height) * s.dim(2) + left;
            System.arraycopy(pixels, from, tile, row * width, width);
        }
        return TensorData.of(tile, compiledFor);
    }

    private void compile(Shape shape) {
        if (shape.equals(compiledFor)) {
            return;
        }
        Tensor x = Tensor.input("x", DType.FLOAT, shape.dims());
        Tensor y = Tensor.input("y", DType.FLOAT, shape.dims());
        Outputs features = trunk.apply(Tensor.concat(0, x, y));
        Tensor distance = layers.stream()
                .map(layer -> distance(features.head(layer)))
                .reduce(Tensor::add)
                .orElseThrow();
        close();
        program = session.compile(Graph.of(Stage.named("distance").output("distance", distance)));
        compiledFor = shape;
    }

    /** Returns the distance of the two rows of features [2,F,h,w]. */
    private static Tensor distance(Tensor features) {
        Tensor unit = features.div(features.square().sumKeepDims(1).sqrt().add(EPSILON));
        return unit.slice(0, 0, 1).sub(unit.slice(0, 1, 2)).square().sum(1).mean();
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
            program = null;
            compiledFor = null;
        }
    }
}
