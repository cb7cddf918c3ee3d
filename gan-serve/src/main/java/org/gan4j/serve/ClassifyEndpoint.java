package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.api.data.Transform;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.Weights;
import org.gan4j.data.folder.ImageFile;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** {@code POST /classify}: the probabilities of the classes of the image in the body. */
final class ClassifyEndpoint implements Endpoint {
    private final Gan gan;
    private final Classifier classifier;
    private final Shape shape;
    private final WorkQueue queue;
    private final Path folder;
    private final long maxPixels;

    ClassifyEndpoint(Gan gan, WorkQueue queue, Path folder, long maxPixels) {
        this.gan = gan;
        this.classifier = gan.as(Classifier.class);
        this.shape = gan.schema().image().shape();
        this.queue = queue;
        this.folder = folder;
        this.maxPixels = maxPixels;
    }

    /** Returns whether a GAN classifies images. */
    static boolean applies(Gan gan) {
        return gan.can(Classifier.class)
                && gan.schema().has(Field.IMAGE)
                && gan.schema().image().shape().rank() == 3;
    }

    private String size() {
        return shape.dim(2) + "×" + shape.dim(1);
    }

    @Override
    public Operation operation() {
        return Operation.post(
                "/classify",
                "Computes the probability of each class for an image of " + size() + " pixels.",
                List.of(),
                SentImage.BODY,
                Reply.JSON);
    }

    @Override
    public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
        SentImage image = SentImage.of(body, maxPixels);
        return queue.alone(() -> classified(image.inFile(folder, ImageFile::pixels)));
    }

    private Reply classified(PixelImage sent) {
        if (sent.width() != shape.dim(2) || sent.height() != shape.dim(1)) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "the image has " + sent.width() + "×" + sent.height() + " pixels, and this GAN classifies " + size()
                            + ": resize it first");
        }
        PixelImage image = shape.dim(0) == 1 ? sent.gray() : sent.colored();
        float[] values = new float[image.levels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = PixelScaling.scaled(image.levels()[i]);
        }
        TensorData images = TensorData.of(values, gan.schema().image().batch(1));
        for (Transform filter : gan.spec().transforms()) {
            if (!filter.isRandom()) { // the critic was trained on filtered images
                images = filter.apply(images, new Philox(gan.spec().seed(), "classification", 0));
            }
        }
        float[] probabilities = classifier.probabilities(images, Weights.LATEST).toFloats();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("class", classifier.labels().get(classifier.classes(images, Weights.LATEST)[0]));
        ObjectNode all = json.putObject("probabilities");
        for (int i = 0; i < probabilities.length; i++) {
            all.put(classifier.labels().get(i), probabilities[i]);
        }
        return Reply.json(Reply.OK, json);
    }
}
