package org.gan4j.metrics.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.metrics.features.RandomRows;
import org.gan4j.metrics.features.ReducedSamples;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;

/** A classifier of the data, with the part of the data that is held back and the share of it that it is right for. */
final class ClassifierExtraction implements Extraction {
    private static final int TENTH = 10;
    private static final int LEAST = ClassifierFeatures.LEAST_SAMPLES;
    private static final int READ = 200;

    private final Session session;
    private final ReducedSamples images;
    private final TrainedClassifier classifier;
    private final String network;

    private ClassifierExtraction(Session session, ReducedSamples images, TrainedClassifier classifier, String network) {
        this.session = session;
        this.images = images;
        this.classifier = classifier;
        this.network = network;
    }

    /**
     * Trains the classifier.
     *
     * @throws IllegalArgumentException if the data have no labels, fewer than two classes or fewer than 40 labeled
     *     samples, or if the classifier does not learn them
     */
    static ClassifierExtraction open(Engine engine, LearningData data, ClassifierFeatures settings) {
        List<String> classes = data.classes();
        if (classes.size() < 2) {
            throw new IllegalArgumentException("the classifier needs data with labels of at least two classes; these"
                    + " have " + (classes.isEmpty() ? "none" : "only " + classes.get(0))
                    + ": evaluate with labeled data, or choose an extractor that needs no labels, such as mobilenet-v2"
                    + " or pixels");
        }
        Session session = engine.open();
        try {
            ReducedSamples images = new ReducedSamples(session, data.field().shape(), settings.size());
            LabeledSamples all = read(data, images, settings.samples());
            return open(session, images, all, classes, settings);
        } catch (RuntimeException problem) {
            session.close();
            throw problem;
        }
    }

    private static ClassifierExtraction open(
            Session session,
            ReducedSamples images,
            LabeledSamples all,
            List<String> classes,
            ClassifierFeatures settings) {
        if (all.size() < LEAST) {
            throw new IllegalArgumentException("the classifier needs at least " + LEAST + " labeled samples; there are "
                    + all.size() + ": use more data, or another extractor, such as mobilenet-v2");
        }
        LabeledSamples held = all.part(0, Math.max(HeldOut.LEAST, all.size() / TENTH));
        LabeledSamples learned = all.part(held.size(), all.size());
        ClassifierTraining training =
                new ClassifierTraining(settings.steps(), settings.batch(), ClassifierFeatures.SEED);
        TrainedClassifier classifier = training.train(session, learned, classes.size());
        HeldOut judged = HeldOut.of(classifier.classes(held), held.labels(), learned.counts(classes.size()));
        judged.requireLearned(classes, settings.steps());
        String network = String.format(
                Locale.ROOT,
                "classifier of %d classes, %d steps on %d samples, right for %.1f %% of %d held-out ones",
                classes.size(),
                settings.steps(),
                learned.size(),
                100 * judged.accuracy(),
                held.size());
        return new ClassifierExtraction(session, images, classifier, network);
    }

    /** Reads random samples whose class is known, in random order. */
    private static LabeledSamples read(LearningData data, ReducedSamples images, int most) {
        int[] chosen = RandomRows.of(data.size(), Math.min(data.size(), most), ClassifierFeatures.SEED);
        List<float[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int from = 0; from < chosen.length; from += READ) {
            int[] indices = Arrays.copyOfRange(chosen, from, Math.min(chosen.length, from + READ));
            TensorData part = data.labels(indices)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the data name " + data.classes().size()
                                    + " classes, but their samples have no labels, which the classifier needs:"
                                    + " evaluate with labeled data, or choose an extractor that needs no labels, such as"
                                    + " mobilenet-v2 or pixels"));
            LabeledSamples known = LabeledSamples.of(images.of(data.samples(indices)), part);
            rows.addAll(known.rows());
            Arrays.stream(known.labels()).forEach(labels::add);
        }
        return new LabeledSamples(
                images.shape(),
                rows,
                labels.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public String network() {
        return network;
    }

    @Override
    public String weights() {
        return classifier.digest();
    }

    @Override
    public String resizing() {
        return images.toString();
    }

    @Override
    public Extracted of(TensorData samples) {
        return classifier.of(images.of(samples));
    }

    @Override
    public void close() {
        classifier.close();
        images.close();
        session.close();
    }
}
