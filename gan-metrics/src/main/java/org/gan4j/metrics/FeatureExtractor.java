package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.architectures.trunks.MobileNetV2;
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
 * Makes features of pictures: brings them to one size (by a {@link TriangleFilter}), passes them through a trunk, and
 * takes the mean of its last layer over all places. Compiled for one shape of picture and one batch size; the last
 * batch is padded. Used by one thread at a time, like its session.
 */
public final class FeatureExtractor implements AutoCloseable {
    private static final String IMAGES = "images";
    private static final String FEATURES = "features";

    private final Session session;
    private final Trunk trunk;
    private final int size;
    private final int batch;
    private Shape compiledFor;
    private Program program;

    /**
     * @param session computes; it stays open when this is closed
     * @param size height and width that the trunk is given
     * @param batch how many pictures at a time
     */
    public FeatureExtractor(Session session, Trunk trunk, int size, int batch) {
        if (size < 1 || batch < 1) {
            throw new IllegalArgumentException("features need pictures at least 1 wide, at least 1 at a time, not "
                    + size + " wide and " + batch + " at a time; 96 and 16 are usual");
        }
        this.session = session;
        this.trunk = trunk;
        this.size = size;
        this.batch = batch;
    }

    /** {@link MobileNetV2}'s 96 features of pictures at 96×96, 16 at a time: what docs/metrics.md was measured with. */
    public static FeatureExtractor standard(Session session) {
        return new FeatureExtractor(session, MobileNetV2.pretrained(), 96, 16);
    }

    /** How the features are made, to be said beside every number made from them. */
    public String network() {
        List<String> layers = trunk.features();
        return trunk.name() + " " + layers.get(layers.size() - 1) + ", mean, at " + size + "×" + size;
    }

    /**
     * The features of pictures.
     *
     * @param samples what they are: the data and split, or the generator and seed
     * @param images [N,C,H,W] in [-1, 1]
     */
    public Features extract(String samples, TensorData images) {
        return extract(samples, List.of(images));
    }

    /**
     * The features of pictures that come in parts, since all at once may not fit into memory.
     *
     * @param samples what they are: the data and split, or the generator and seed
     * @param parts each [n,C,H,W] in [-1, 1]
     */
    public Features extract(String samples, Iterable<TensorData> parts) {
        List<TensorData> rows = new ArrayList<>();
        for (TensorData part : parts) {
            Shape shape = part.shape();
            if (shape.rank() != 4) {
                throw new IllegalArgumentException(
                        "features are made of pictures [N,C,H,W]; the shape is " + shape + ": give it four axes");
            }
            compile(shape.with(0, batch));
            for (int from = 0; from < shape.dim(0); from += batch) {
                int count = Math.min(batch, shape.dim(0) - from);
                TensorData full = part.rows(from, from + count).padded(batch);
                rows.add(program.run(Map.of(IMAGES, full)).get(FEATURES).rows(0, count));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no pictures to make features of: give at least one");
        }
        return new Features(TensorData.joined(rows), network(), samples);
    }

    private void compile(Shape shape) {
        if (shape.equals(compiledFor)) {
            return;
        }
        Tensor images = Tensor.input(IMAGES, DType.FLOAT, shape.dims());
        Tensor features =
                trunk.apply(TriangleFilter.resize(images, size, size)).value().mean(2, 3);
        close();
        program = session.compile(Graph.of(Stage.named("features").output(FEATURES, features)));
        compiledFor = shape;
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
