package org.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gan4j.cli.detection.DetectionReport;
import org.gan4j.cli.detection.Detector;
import org.gan4j.cli.detection.Detector.Calibration;
import org.gan4j.cli.detection.ImagesToJudge;
import org.gan4j.data.Permutation;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.metrics.detection.DetectionRule;
import org.gan4j.metrics.detection.LinearJudge;
import org.gan4j.tensor.TensorData;

/**
 * Calibrates the detectors of {@code gan detect}, and applies them.
 *
 * @param run the run
 * @param rows computes features
 * @param request the samples, with their weights; as many as there are real images are used
 * @param real the real images
 */
record DetectionStudy(ComparedRun run, ComparedRows rows, SampleRequest request, Real real) {
    private static final int FEWEST = 20;
    private static final int STREAM = 7;
    private static final double LEVELS = 127.5;

    /**
     * Real images.
     *
     * @param data the data that they are rows of
     * @param size the number of rows
     * @param name what they are, in words
     */
    record Real(ReferenceData data, int size, String name) {}

    /**
     * Calibrates, measures and judges.
     *
     * @param known whether the critic was trained on the real images
     * @throws IllegalArgumentException if there are too few images
     */
    DetectionReport report(ImagesToJudge images, boolean known) {
        int count = Math.min(request.count(), real.size());
        if (count < FEWEST) {
            throw new IllegalArgumentException("detectors are calibrated and measured on at least " + FEWEST
                    + " real images and as many samples, not on " + count
                    + (request.count() < FEWEST ? ": ask for more with --count" : ": use data with more images"));
        }
        long seed = request.seed().orElse(run.gan().spec().seed());
        RowNumbers ofReal = RowNumbers.of(rows, run);
        RowNumbers ofSamples = RowNumbers.of(rows, run);
        RowNumbers ofImages = RowNumbers.of(rows, run);
        int[] order = Permutation.of(real.size(), seed, 0, STREAM);
        rows.read(real.data(), IntStream.of(order).limit(count).toArray(), part -> ofReal.accept(rounded(part)));
        run.generate(
                rows,
                request.count(count),
                seed,
                Permutation.of(run.gan().dataset().size(), seed, 0, STREAM),
                part -> ofSamples.accept(rounded(part)));
        ReferenceData judged = ReferenceData.heldOut(
                images.images(),
                "of the images",
                List.of(), // they are judged as they are: samples have the transforms already
                run.training().schema());
        rows.read(judged, IntStream.range(0, images.names().size()).toArray(), part -> ofImages.accept(rounded(part)));
        List<Detector> detectors = new ArrayList<>();
        if (run.hasScores()) {
            detectors.add(Detector.calibrated(
                    "critic",
                    "score",
                    new Calibration(ofReal.allScores(), ofSamples.allScores()),
                    ofImages.allScores()));
        }
        detectors.add(judge(ofReal.allFeatures(), ofSamples.allFeatures(), ofImages.allFeatures()));
        return new DetectionReport(
                run.described(request),
                real.name(),
                rows.features(),
                count / 2,
                detectors,
                images.names(),
                notes(known, count, ofReal.allFeatures().shape().dim(1)));
    }

    private static Detector judge(TensorData real, TensorData samples, TensorData images) {
        int half = real.shape().dim(0) / 2;
        LinearJudge judge = LinearJudge.trained(real.rows(0, half), samples.rows(0, half));
        return Detector.ruled(
                "judge",
                "probability of real",
                new DetectionRule(0.5, true),
                new Calibration(judge.probabilities(real), judge.probabilities(samples)),
                judge.probabilities(images));
    }

    private List<String> notes(boolean known, int count, int features) {
        List<String> notes = new ArrayList<>();
        if (!run.hasScores()) {
            notes.add("the critic is not asked, since this GAN has none that scores a sample alone");
        }
        if (known) {
            notes.add("the real images are those of training, which the critic has seen: it may be right less often on"
                    + " others; name some with --held-out");
        }
        if (count < 2 * features) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the judge has %d features and was trained on %d images: more, by --count, would make it better",
                    features,
                    2 * (count / 2)));
        }
        return notes;
    }

    /** Returns samples in 256 levels, as image files have them, so that the levels do not give them away. */
    private static TensorData rounded(TensorData samples) {
        float[] values = samples.toFloats();
        for (int i = 0; i < values.length; i++) {
            double level = Math.max(0, Math.min(255, Math.rint((values[i] + 1) * LEVELS)));
            values[i] = Float.isNaN(values[i]) ? values[i] : (float) (level / LEVELS - 1);
        }
        return TensorData.of(values, samples.shape());
    }
}
