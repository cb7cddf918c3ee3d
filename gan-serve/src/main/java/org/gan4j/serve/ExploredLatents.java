package org.gan4j.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.dsl.inference.LatentDirections;
import org.gan4j.dsl.inference.LatentLine;
import org.gan4j.dsl.inference.Latents;

/**
 * Latents as an explorer chooses them: those of a seed, on the way to those of another, near them, and moved along
 * directions.
 *
 * @param sampler makes samples of the latents
 * @param directions the directions, once they are found
 */
record ExploredLatents(LatentSampler sampler, CompletableFuture<LatentDirections> directions) {
    private static final String SEED = "seed";
    private static final String TRUNCATION = "truncation";
    private static final String TO = "to";
    private static final String PLACE = "t";
    private static final String STEPS = "steps";
    private static final int MOST_STEPS = 100;
    private static final String MOVES = "moves";
    private static final double LEAST_TRUNCATION = 0.01;

    /** Returns the number of directions that are found so far. */
    int directionCount() {
        return directions.isDone() && !directions.isCompletedExceptionally()
                ? directions.join().count()
                : 0;
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                seed(SEED, "The seed of the latents.", Optional.of("1")),
                seed(TO, "The seed of other latents, which the way leads to.", Optional.empty()),
                Parameter.number(PLACE, "The place on the way, from 0 to 1.", 0),
                Parameter.text(
                        STEPS,
                        "Steps towards random latents: a seed and how far the step leads there, from 0 to 1, such as"
                                + " 1007:0.3,1002:0.3."),
                Parameter.text(MOVES, "How far the sample is moved along each direction, such as 1.5,0,-2.")));
        if (space().distribution() instanceof NormalLatents) {
            all.add(Parameter.number(
                    TRUNCATION,
                    "The largest absolute value of a latent, or how far a style is from the mean style.",
                    LEAST_TRUNCATION));
        }
        return all;
    }

    private static Parameter seed(String name, String description, Optional<String> standard) {
        return Parameter.whole(name, description, Long.MIN_VALUE, Long.MAX_VALUE, standard);
    }

    /** Returns the truncation of a request, of the latents or, if the sampler has one of its own, of the samples. */
    Optional<Double> truncation(Query query) {
        return query.number(TRUNCATION);
    }

    private LatentSpace space() {
        return sampler.latents();
    }

    /** Returns the latents of a request. */
    float[] of(Query query) {
        OptionalDouble truncation = truncation(query)
                .filter(most -> sampler.truncated(most).isEmpty())
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        float[] point = drawn(query.whole(SEED).orElseThrow(), truncation);
        if (query.whole(TO).isPresent()) {
            point = between(point, drawn(query.whole(TO).get(), truncation), place(query));
        }
        for (Step step : steps(query)) {
            point = between(point, drawn(step.seed, truncation), step.distance);
        }
        double[] moves = moves(query);
        for (int k = 0; k < moves.length; k++) {
            float[] direction = directions.join().direction(k);
            for (int i = 0; i < point.length; i++) {
                point[i] += (float) (moves[k] * direction[i]);
            }
        }
        return point;
    }

    private float[] drawn(long seed, OptionalDouble truncation) {
        return new Latents(space(), seed, truncation).rows(0, 1);
    }

    private float[] between(float[] from, float[] to, double place) {
        return LatentLine.between(space(), from, to).at(place);
    }

    private static double place(Query query) {
        double place = query.number(PLACE).orElse(0.0);
        if (place > 1) {
            throw new ProblemException(Status.BAD_REQUEST, "the parameter t must be from 0 to 1, not " + place);
        }
        return place;
    }

    private record Step(long seed, double distance) {}

    private static List<Step> steps(Query query) {
        String text = query.text(STEPS).orElse("");
        List<Step> steps = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (steps.size() == MOST_STEPS || !part.matches("\\d{1,9}:(0(\\.\\d{1,9})?|1)")) {
                throw new ProblemException(
                        Status.BAD_REQUEST,
                        "the parameter steps must be at most " + MOST_STEPS + " steps, such as 1007:0.3,1002:0.3, not "
                                + Status.shown(text));
            }
            int colon = part.indexOf(':');
            steps.add(
                    new Step(Long.parseLong(part.substring(0, colon)), Double.parseDouble(part.substring(colon + 1))));
        }
        return steps;
    }

    private double[] moves(Query query) {
        String text = query.text(MOVES).orElse("");
        if (text.isEmpty()) {
            return new double[0];
        }
        String[] parts = text.split(",", -1);
        double[] moves = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
            if (parts.length > directionCount() || !parts[k].matches("-?\\d{1,3}(\\.\\d{1,9})?")) {
                throw new ProblemException(
                        Status.BAD_REQUEST,
                        "the parameter moves must be at most " + directionCount() + " numbers, such as 1.5,0,-2, not "
                                + Status.shown(text));
            }
            moves[k] = Double.parseDouble(parts[k]);
        }
        return moves;
    }
}
