package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.RowPlace;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * Makes rows. Everything that is random about a row comes from its latents: those of the generator, two for its condition, and one
 * for each choice, whose normal distribution is turned into the one that is needed. So a row depends on seed and number alone.
 */
final class RowSampler implements LatentSampler, TableSampler {
    private static final String LATENTS = "latents";
    private static final String CONDITION = "condition";
    private static final String GUMBEL = "gumbel";
    private static final long STREAM = 0x5851F42D4C957F2DL;
    private static final long ATTEMPT = 0x14057B7EF767814FL;
    /** The attempts for a row that is wanted, after which no more are made. */
    private static final int MOST_ATTEMPTS = 2000;
    /** The rows that are made together where many are not taken. */
    private static final int PART = 512;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final TabularNetworks networks;
    private final LatentSpace space;
    private final InferenceRunner.Prepared generated;
    private final Weights usual;
    private final RowChoice choice;
    private final Optional<RowConditions.Named> named;

    private RowSampler(TabularNetworks networks, InferenceRunner.Prepared generated, Weights usual, RowChoice choice) {
        this.networks = networks;
        this.space = new LatentSpace(
                networks.space().distribution(),
                networks.space().size() + 2 + networks.activation().choices());
        this.generated = generated;
        this.usual = usual;
        this.choice = choice;
        this.named = networks.conditions().rarest(choice.required());
    }

    /**
     * Returns a sampler.
     *
     * @param usual the weights of rows
     */
    static RowSampler of(InferenceRunner runner, TabularNetworks networks, Weights usual) {
        List<Field> inputs = List.of(
                new Field(LATENTS, DType.FLOAT, Shape.of(networks.space().size())),
                new Field(CONDITION, DType.FLOAT, Shape.of(networks.conditions().width())),
                new Field(GUMBEL, DType.FLOAT, Shape.of(networks.activation().choices())));
        InferenceRunner.Prepared generated = runner.prepare(inputs, (parameters, in) -> {
            Tensor input = Tensor.concat(1, in.get(LATENTS), in.get(CONDITION));
            Tensor raw = networks.generator()
                    .apply(parameters, ForwardPass.inference(), Inputs.of(input))
                    .value();
            return networks.activation().apply(raw, in.get(GUMBEL));
        });
        return new RowSampler(networks, generated, usual, RowChoice.of(networks.table()));
    }

    @Override
    public LatentSpace latents() {
        return space;
    }

    @Override
    public Shape sample() {
        return generated.output();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        int count = latents.shape().dim(0);
        int own = networks.space().size();
        int conditions = networks.conditions().width();
        int choices = networks.activation().choices();
        float[] all = latents.toFloats();
        float[] z = new float[count * own];
        float[] condition = new float[count * conditions];
        float[] gumbel = new float[count * choices];
        for (int row = 0; row < count; row++) {
            int at = row * space.size();
            System.arraycopy(all, at, z, row * own, own);
            if (named.isPresent()) {
                networks.conditions().write(named.get(), condition, row * conditions);
            } else {
                networks.conditions()
                        .draw(uniform(all[at + own]), uniform(all[at + own + 1]), condition, row * conditions);
            }
            for (int i = 0; i < choices; i++) {
                gumbel[row * choices + i] = RowActivation.gumbel(uniform(all[at + own + 2 + i]));
            }
        }
        return generated.run(
                Map.of(
                        LATENTS, TensorData.of(z, Shape.of(count, own)),
                        CONDITION, TensorData.of(condition, Shape.of(count, conditions)),
                        GUMBEL, TensorData.of(gumbel, Shape.of(count, choices))),
                weights);
    }

    private static double uniform(float normal) {
        return NORMAL.cumulativeProbability(normal);
    }

    @Override
    public TableEncoding table() {
        return networks.table();
    }

    @Override
    public TableSampler weights(Weights chosen) {
        return new RowSampler(networks, generated, chosen, choice);
    }

    @Override
    public List<List<String>> rows(long seed, int from, int count) {
        if (from < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "rows are numbered from 0, and their number is at least 0, not " + from + " and " + count);
        }
        List<Attempt> first = IntStream.range(0, count)
                .mapToObj(i -> new Attempt((long) from + i, 0))
                .toList();
        List<List<String>> rows = new ArrayList<>(made(seed, first));
        List<Integer> wanted = IntStream.range(0, count)
                .filter(i -> !choice.takes(rows.get(i)))
                .boxed()
                .toList();
        int tried = 1;
        while (!wanted.isEmpty()) {
            if (tried >= MOST_ATTEMPTS) {
                throw new IllegalArgumentException("of " + MOST_ATTEMPTS + " attempts at row "
                        + (from + wanted.get(0)) + ", none keeps " + choice.summary(networks.table())
                        + ": the GAN makes next to no such rows; ask for less, or train it for longer");
            }
            int each = Math.min(MOST_ATTEMPTS - tried, Math.max(1, PART / wanted.size()));
            wanted = replaced(rows, wanted, seed, from, IntStream.range(tried, tried + each));
            tried += each;
        }
        return rows;
    }

    /** Makes some rows again, and returns the places of those for which no attempt was taken. */
    private List<Integer> replaced(
            List<List<String>> rows, List<Integer> wanted, long seed, int from, IntStream numbers) {
        int[] each = numbers.toArray();
        List<Attempt> attempts = wanted.stream()
                .flatMap(place -> Arrays.stream(each).mapToObj(number -> new Attempt((long) from + place, number)))
                .toList();
        List<List<String>> made = made(seed, attempts);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int place = wanted.get(i);
            made.subList(i * each.length, (i + 1) * each.length).stream()
                    .filter(choice::takes)
                    .findFirst()
                    .ifPresentOrElse(row -> rows.set(place, row), () -> left.add(place));
        }
        return left;
    }

    /**
     * An attempt at a row.
     *
     * @param row the number of the row
     * @param number the number of the attempt, from 0
     */
    private record Attempt(long row, int number) {}

    private List<List<String>> made(long seed, List<Attempt> attempts) {
        int size = space.size();
        // random numbers are counted by an int, so rows beyond that are those of another stream
        int most = Integer.MAX_VALUE / size;
        float[] latents = new float[attempts.size() * size];
        for (int i = 0; i < attempts.size(); i++) {
            Attempt each = attempts.get(i);
            long stream = seed + STREAM * (each.row() / most) + ATTEMPT * each.number();
            System.arraycopy(space.rows(stream, (int) (each.row() % most), 1), 0, latents, i * size, size);
        }
        float[] vectors = samples(TensorData.of(latents, Shape.of(attempts.size(), size)), usual)
                .toFloats();
        int width = networks.table().width();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            float[] vector = Arrays.copyOfRange(vectors, i * width, (i + 1) * width);
            rows.add(networks.table()
                    .decode(vector, new RowPlace(seed, attempts.get(i).row())));
        }
        return rows;
    }

    @Override
    public TableSampler where(String condition) {
        return new RowSampler(networks, generated, usual, choice.where(condition, networks.table()));
    }
}
