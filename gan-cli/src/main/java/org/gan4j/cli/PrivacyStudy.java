package org.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.cli.privacy.PrivacyReport;
import org.gan4j.cli.privacy.RowNames;
import org.gan4j.data.Permutation;
import org.gan4j.data.images.PngFiles;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.metrics.privacy.MembershipInference;
import org.gan4j.metrics.privacy.NearestRows;
import org.gan4j.metrics.privacy.PrivacyBaselines;
import org.gan4j.metrics.privacy.PrivacyMeasures;
import org.gan4j.metrics.privacy.PrivacySets;
import org.gan4j.metrics.privacy.Suspect;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Collects the rows that {@code gan privacy} compares, and measures them. */
final class PrivacyStudy {
    private static final int NEIGHBORS = 3;
    private static final int STREAM = 7;
    private static final int SHOWN = 12;
    private static final int FEW = 200;
    private static final int USUAL = 1000;
    /** More held-out rows than one of these that equal a training row are no held-out rows. */
    private static final int MOST_COPIES = 2;

    private final ComparedRun run;
    private final ComparedRows rows;
    private final DataSource source;
    private final Dataset opened;
    private final ReferenceData heldOut;
    private final SampleRequest request;
    private final long seed;
    private final int[] trainingRows;
    private final int[] heldOutRows;
    private final List<TensorData> generated = new ArrayList<>();

    /**
     * Chooses the rows.
     *
     * @param source the held-out data
     * @param opened the held-out data, open
     * @param request the samples, with their weights
     * @param searched the number of training rows to search, at most
     */
    PrivacyStudy(
            ComparedRun run,
            ComparedRows rows,
            DataSource source,
            Dataset opened,
            SampleRequest request,
            int searched) {
        this.run = run;
        this.rows = rows;
        this.source = source;
        this.opened = opened;
        this.heldOut = run.other(source, opened);
        this.request = request;
        this.seed = request.seed().orElse(run.gan().spec().seed());
        this.trainingRows = chosen(run.gan().dataset().size(), searched);
        this.heldOutRows = chosen(opened.size(), Math.max(USUAL, request.count()));
    }

    private int[] chosen(int size, int count) {
        // an order that training does not use, whose first rows it has seen most often
        return IntStream.of(Permutation.of(size, seed, 0, STREAM)).limit(count).toArray();
    }

    /**
     * Measures.
     *
     * @throws IllegalArgumentException if there are too few rows, a number is not finite, or most held-out rows are
     *     training rows
     */
    PrivacyReport report() {
        RowNumbers samples = RowNumbers.of(rows, run);
        RowNumbers others = RowNumbers.of(rows, run);
        RowNumbers training = RowNumbers.of(rows, run);
        run.generate(rows, request, seed, trainingRows, part -> {
            generated.add(part);
            samples.accept(part);
        });
        rows.read(heldOut, heldOutRows, others);
        rows.read(run.training(), trainingRows, training);
        PrivacySets sets = new PrivacySets(training.allFeatures(), others.allFeatures(), samples.allFeatures());
        NearestRows nearest = NearestRows.of(sets, NEIGHBORS);
        List<String> notes = notes(nearest, sets.samples());
        Map<String, PrivacyMeasures> baselines = PrivacyBaselines.of(sets, noise(), seed);
        return new PrivacyReport(
                run.described(request),
                new PrivacyReport.Counts(
                        request.count(),
                        trainingRows.length,
                        run.gan().dataset().size(),
                        heldOutRows.length),
                new PrivacyReport.Features(rows.features(), rows.weights(), rows.resizing(), seed),
                PrivacyMeasures.of(sets, nearest, seed),
                training.isScored()
                        ? Optional.of(MembershipInference.of(training.allScores(), others.allScores()))
                        : Optional.empty(),
                baselines,
                Suspect.most(nearest, request.count()),
                RowNames.of(run.gan().spec().data(), run.gan().dataset(), trainingRows),
                RowNames.of(source, opened, heldOutRows),
                notes);
    }

    private List<String> notes(NearestRows nearest, TensorData samples) {
        List<String> notes = new ArrayList<>();
        int copies = nearest.heldOutCopies();
        if (copies * MOST_COPIES >= heldOutRows.length) {
            throw new IllegalArgumentException(copies + " of " + heldOutRows.length
                    + " held-out rows equal a training row, so they were not held out, or all rows are alike: name data"
                    + " of the same kind that this GAN has not seen");
        }
        if (copies > 0) {
            notes.add(copies + " of " + heldOutRows.length
                    + " held-out rows equal a training row; they make memory look more usual than it is");
        }
        int total = run.gan().dataset().size();
        if (trainingRows.length < total) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d training rows were searched, so copies of others are not found; --rows %d searches all",
                    trainingRows.length,
                    total,
                    total));
        }
        List<String> few = new ArrayList<>();
        if (request.count() < FEW) {
            few.add(request.count() == 1 ? "1 sample" : request.count() + " samples");
        }
        if (heldOutRows.length < FEW) {
            few.add(heldOutRows.length == 1 ? "1 held-out row" : heldOutRows.length + " held-out rows");
        }
        if (!few.isEmpty()) {
            notes.add("there " + (few.get(0).startsWith("1 ") ? "is" : "are") + " only " + String.join(" and ", few)
                    + ": the intervals are wide, and only large effects show; use 1,000 or more");
        }
        if (request.count() > 1 && allEqual(samples)) {
            notes.add("all samples are equal: the generator has collapsed, which these measures do not punish");
        }
        return notes;
    }

    private static boolean allEqual(TensorData rows) {
        int width = rows.shape().dim(1);
        float[] values = rows.toFloats();
        return IntStream.range(0, values.length).allMatch(i -> values[i] == values[i % width]);
    }

    /** Returns the features of uniform noise in the range of the samples of training, half as many as held-out rows. */
    private TensorData noise() {
        TensorData some =
                rows.of(run.training(), IntStream.of(trainingRows).limit(FEW).toArray());
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : some.toFloats()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        int count = Math.max(1, heldOutRows.length / 2);
        long[] dims = some.shape().dims();
        dims[0] = count;
        float[] noise = new float[count * (some.shape().size() / some.shape().dim(0))];
        Random random = new Random(seed);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (least + (most - least) * random.nextDouble());
        }
        return rows.features(TensorData.of(noise, Shape.of(dims)));
    }

    /**
     * Writes the most suspicious samples as an image: in each row a sample, its nearest training rows, and its nearest
     * held-out row. Writes nothing if samples are no images.
     *
     * @return whether there is an image
     */
    boolean writeSuspects(PrivacyReport report, Path file) {
        if (!run.comparison().with().isImage()) {
            return false;
        }
        TensorData samples = TensorData.joined(generated);
        List<TensorData> images = new ArrayList<>();
        for (Suspect suspect :
                report.suspects().subList(0, Math.min(SHOWN, report.suspects().size()))) {
            images.add(samples.rows(suspect.sample(), suspect.sample() + 1));
            images.add(rows.of(
                    run.training(),
                    suspect.training().stream().mapToInt(i -> trainingRows[i]).toArray()));
            images.add(rows.of(heldOut, heldOutRows[suspect.heldOut()]));
        }
        PngFiles.writeGrid(file, TensorData.joined(images), NEIGHBORS + 2);
        return true;
    }
}
