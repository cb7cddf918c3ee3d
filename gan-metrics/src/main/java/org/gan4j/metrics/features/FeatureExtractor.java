package org.gan4j.metrics.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.architectures.trunks.Trunk;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * An extractor of image features. It resizes the images, usually with a {@link TriangleFilter}, applies a trunk, and
 * takes the mean of one of its layers, usually the last, over all positions. It is compiled for one image shape and
 * one batch size; the last batch is padded. Like its session, it must be used by one thread at a time.
 */
public final class FeatureExtractor implements Extraction {
    private static final String IMAGES = "images";
    private static final String FEATURES = "features";

    private final Session session;
    private final Trunk trunk;
    private final Resizing resizing;
    private final int batch;
    private final String layer;
    private final boolean owned;
    private Shape compiledFor;
    private Program program;

    /**
     * Creates an extractor.
     *
     * @param session the session that computes; it stays open when the extractor is closed
     * @param trunk the network that computes the features
     * @param size the height and width of the trunk's input
     * @param batch the number of images per batch
     * @throws IllegalArgumentException if the size or the batch is less than 1
     */
    public FeatureExtractor(Session session, Trunk trunk, int size, int batch) {
        this(session, trunk, Resizing.triangle(size), batch, last(trunk), false);
    }

    private FeatureExtractor(Session session, Trunk trunk, Resizing resizing, int batch, String layer, boolean owned) {
        if (resizing.size() < 1 || batch < 1) {
            throw new IllegalArgumentException("a feature extractor needs a size and a batch of at least 1, not "
                    + resizing.size()
                    + " and " + batch + "; 96 and 16 are usual");
        }
        this.session = session;
        this.trunk = trunk;
        this.resizing = resizing;
        this.batch = batch;
        this.layer = layer;
        this.owned = owned;
    }

    private static String last(Trunk trunk) {
        return trunk.features().get(trunk.features().size() - 1);
    }

    /** Returns an extractor of the trunk's last layer, with a session of its own, which it closes. */
    static FeatureExtractor on(Engine engine, Trunk trunk, int size, int batch) {
        return on(engine, trunk, Resizing.triangle(size), batch, last(trunk));
    }

    /**
     * Returns an extractor of one of the trunk's layers, with a session of its own, which it closes.
     *
     * @throws IllegalArgumentException if the trunk has no such layer
     */
    static FeatureExtractor on(Engine engine, Trunk trunk, Resizing resizing, int batch, String layer) {
        if (!trunk.features().contains(layer)) {
            throw new IllegalArgumentException(
                    trunk.name() + " has no layer " + layer + "; it has " + String.join(", ", trunk.features()));
        }
        return new FeatureExtractor(engine.open(), trunk, resizing, batch, layer, true);
    }

    /**
     * Returns {@link MobileNetV2}'s 96 features of images at 96×96, in batches of 16, as measured in docs/metrics.md.
     */
    public static FeatureExtractor standard(Session session) {
        return new FeatureExtractor(session, MobileNetV2.pretrained(), 96, 16);
    }

    /** Returns the network, layer and input size; report it with every number that is computed from the features. */
    @Override
    public String network() {
        return trunk.name() + " " + layer + ", mean, at " + resizing.size() + "×" + resizing.size();
    }

    @Override
    public String weights() {
        return trunk.digest();
    }

    @Override
    public String resizing() {
        return resizing.toString();
    }

    @Override
    public Extracted of(TensorData samples) {
        return Extracted.of(extract("", samples).vectors());
    }

    /**
     * Returns the features of images.
     *
     * @param samples the origin of the images: the data and split, or the generator and seed
     * @param images [N,C,H,W] in [-1, 1]
     * @throws IllegalArgumentException if the images are not [N,C,H,W], or there are none
     */
    public Features extract(String samples, TensorData images) {
        return extract(samples, List.of(images));
    }

    /**
     * Returns the features of images given in parts, for sets that do not fit into memory.
     *
     * @param samples the origin of the images: the data and split, or the generator and seed
     * @param parts the parts, each [n,C,H,W] in [-1, 1]
     * @throws IllegalArgumentException if a part is not [n,C,H,W], or there are no images
     */
    public Features extract(String samples, Iterable<TensorData> parts) {
        List<TensorData> rows = new ArrayList<>();
        for (TensorData part : parts) {
            Shape shape = part.shape();
            if (shape.rank() != 4) {
                throw new IllegalArgumentException(
                        "features need images [N,C,H,W]; the shape is " + shape + ": reshape to four axes");
            }
            compile(shape.with(0, batch));
            for (int from = 0; from < shape.dim(0); from += batch) {
                int count = Math.min(batch, shape.dim(0) - from);
                TensorData full = part.rows(from, from + count).padded(batch);
                rows.add(program.run(Map.of(IMAGES, full)).get(FEATURES).rows(0, count));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no images to extract features from: pass at least one");
        }
        return new Features(TensorData.joined(rows), FeatureSource.of(this), samples);
    }

    private void compile(Shape shape) {
        if (shape.equals(compiledFor)) {
            return;
        }
        Tensor images = Tensor.input(IMAGES, DType.FLOAT, shape.dims());
        Tensor features = trunk.apply(resizing.of(images)).head(layer).mean(2, 3);
        free();
        program = session.compile(Graph.of(Stage.named("features").output(FEATURES, features)));
        compiledFor = shape;
    }

    @Override
    public void close() {
        free();
        if (owned) {
            session.close();
        }
    }

    private void free() {
        if (program != null) {
            program.close();
            program = null;
            compiledFor = null;
        }
    }
}
