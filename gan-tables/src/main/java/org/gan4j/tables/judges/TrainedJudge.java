package org.gan4j.tables.judges;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.gan4j.tables.values.ValueTable;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A classifier that has learned. */
final class TrainedJudge {
    /** Held here, since a logger that nobody holds loses its level. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        if (TRIBUO.getLevel() == null) {
            TRIBUO.setLevel(Level.WARNING); // it says a line or more about each tree
        }
    }

    private final RowFeatures features;
    private final int classes;
    /** Null if there was one class only. */
    private final Model<Label> model;

    private final int only;

    private TrainedJudge(RowFeatures features, int classes, Model<Label> model, int only) {
        this.features = features;
        this.classes = classes;
        this.model = model;
        this.only = only;
    }

    static TrainedJudge of(Judge judge, RowFeatures features, ValueTable rows, int[] labels, int classes, long seed) {
        if (Arrays.stream(labels).distinct().count() == 1) {
            return new TrainedJudge(features, classes, null, labels[0]);
        }
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance("rows", factory), factory);
        for (int row = 0; row < labels.length; row++) {
            data.add(example(features.of(rows, row), new Label(String.valueOf(labels[row]))));
        }
        Model<Label> model =
                switch (judge) {
                    case FOREST ->
                        Forest.trainer(features.columns().size(), seed).train(data);
                    case LOGISTIC -> Logistic.trainer(seed).train(data);
                };
        return new TrainedJudge(features, classes, model, -1);
    }

    private static ArrayExample<Label> example(List<RowFeatures.Feature> features, Label label) {
        return new ArrayExample<>(
                label,
                features.stream().map(RowFeatures.Feature::name).toArray(String[]::new),
                features.stream().mapToDouble(RowFeatures.Feature::value).toArray());
    }

    /** Returns the probability of each class for each row; 0 for a class that was not learned. */
    double[][] probabilities(ValueTable rows) {
        return IntStream.range(0, rows.count())
                .mapToObj(row -> probabilities(rows, row))
                .toArray(double[][]::new);
    }

    private double[] probabilities(ValueTable rows, int row) {
        double[] probabilities = new double[classes];
        if (model == null) {
            probabilities[only] = 1;
            return probabilities;
        }
        Prediction<Label> prediction = model.predict(example(features.of(rows, row), LabelFactory.UNKNOWN_LABEL));
        prediction.getOutputScores().forEach((name, label) -> probabilities[Integer.parseInt(name)] = label.getScore());
        return probabilities;
    }
}
