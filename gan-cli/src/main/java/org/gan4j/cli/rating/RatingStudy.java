package org.gan4j.cli.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.data.Permutation;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A study: its items, in the order of their ids, which is random. Besides the samples of each run it has real images, which
 * are rated as one more run (the hidden reference of <a href="https://www.itu.int/rec/T-REC-P.910">ITU-T P.910</a>), and
 * controls.
 *
 * @param kind the question
 * @param ids names the items, and the study
 * @param runs the runs, in the order in which they were named
 * @param items the items
 */
public record RatingStudy(RatingKind kind, OpaqueIds ids, List<String> runs, List<RatingItem> items) {
    private static final int ID_DIGITS = 8;
    private static final int REPEATS_STREAM = 1;

    /** Copies the lists. */
    public RatingStudy {
        runs = List.copyOf(runs);
        items = List.copyOf(items);
    }

    /**
     * Draws up a study. Half of the controls are repeated items, and half are noise; in a choice of real or fake all are
     * noise, since a second answer that differs is no sign of carelessness there.
     *
     * @param runs the samples of each run
     * @param real the real images
     * @param controls the number of control pairs
     * @param seed selects the repeated items, and the noise
     * @throws IllegalArgumentException if raters could tell runs apart by the form of their images, or there are too few
     *     items for the controls
     */
    public static RatingStudy of(RatingKind kind, List<SampledRun> runs, RealImages real, int controls, long seed) {
        SameForm.require(runs, real);
        OpaqueIds ids = OpaqueIds.random();
        List<RatingItem> items = new ArrayList<>();
        Adding adding = (image, text, origin) -> items.add(new RatingItem(
                ids.of(seed + " item " + items.size()),
                StillImage.of(ImageGrid.single(image, 0)),
                kind == RatingKind.RELEVANCE ? Optional.of(text) : Optional.empty(),
                origin));
        for (int i = 0; i < real.rows().size(); i++) {
            adding.add(
                    row(real.images(), i),
                    text(runs.get(0), i),
                    new Origin.Real(real.rows().get(i)));
        }
        for (SampledRun run : runs) {
            for (int i = 0; i < run.images().shape().dim(0); i++) {
                adding.add(row(run.images(), i), text(run, i), new Origin.Sample(run.run(), run.step(), i));
            }
        }
        int repeats = kind.isScale() ? controls / 2 : 0;
        requireEnough(controls - repeats, real.rows().size());
        List<RatingItem> all = new ArrayList<>(items);
        all.addAll(repeated(items, repeats, ids, seed));
        all.addAll(noise(
                items.subList(0, controls - repeats), row(real.images(), 0).shape(), ids, seed));
        all.sort(Comparator.comparing(RatingItem::id));
        return new RatingStudy(kind, ids, runs.stream().map(SampledRun::run).toList(), all);
    }

    /** Adds an item to a study. */
    private interface Adding {
        void add(TensorData image, String text, Origin origin);
    }

    private static TensorData row(TensorData images, int index) {
        return images.rows(index, index + 1);
    }

    private static String text(SampledRun run, int index) {
        return run.texts().isEmpty() ? "" : run.texts().get(index);
    }

    private static void requireEnough(int noise, int real) {
        if (noise > real) {
            throw new IllegalArgumentException("the study has " + real + " real images, and " + noise
                    + " of its control pairs need one each: give a smaller --controls, or a larger --count");
        }
    }

    private static List<RatingItem> repeated(List<RatingItem> items, int count, OpaqueIds ids, long seed) {
        int[] order = Permutation.of(items.size(), seed, 0, REPEATS_STREAM);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    RatingItem item = items.get(order[i]);
                    return new RatingItem(
                            ids.of(seed + " repeat " + i), item.medium(), item.text(), new Origin.Repeat(item.id()));
                })
                .toList();
    }

    /** Returns noise of the form of the real images, each under the text of its real image. */
    private static List<RatingItem> noise(List<RatingItem> real, Shape shape, OpaqueIds ids, long seed) {
        List<RatingItem> items = new ArrayList<>();
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < real.size(); i++) {
            new Philox(seed, "rating-noise", i).uniforms(0, values, values.length);
            for (int at = 0; at < values.length; at++) {
                values[at] = 2 * values[at] - 1;
            }
            items.add(new RatingItem(
                    ids.of(seed + " noise " + i),
                    StillImage.of(ImageGrid.single(TensorData.of(values, shape), 0)),
                    real.get(i).text(),
                    new Origin.Noise(real.get(i).id())));
        }
        return items;
    }

    /** Returns the name of the study, which its ratings carry. */
    public String id() {
        return ids.of("study").substring(0, ID_DIGITS);
    }

    /** Returns whether some items only show who pays attention. */
    boolean hasControls() {
        return items.stream()
                .anyMatch(item -> item.origin() instanceof Origin.Repeat || item.origin() instanceof Origin.Noise);
    }

    /** Returns the key, without which the ratings mean nothing. */
    public RatingKey key() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        items.forEach(item -> origins.put(item.id(), item.origin()));
        return new RatingKey(id(), kind.yamlName(), ids.secret(), runs, origins);
    }
}
