import java.util.List;
import java.util.Locale;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.dsl.Gan;
import org.gan4j.training.GradientNoiseScale;

/**
 * Measures the gradient noise scale of both players of the recipe dcgan, for docs/applications/biggan.md: batches of 64 in 4
 * parts, 3,125 steps, seeds 1 and 2; the mean over ranges of steps. Batch normalization sees parts of 16.
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/NoiseScaleRows.java
 * </pre>
 */
class NoiseScaleRows {
    private static final int BATCH = 64;
    private static final int PARTS = 4;
    private static final int[] ENDS = {50, 200, 800, 3125};

    public static void main(String[] none) {
        for (long seed : new long[] {1, 2}) {
            try (Gan gan = Gan.recipe("dcgan").batchSize(BATCH).accumulation(PARTS).seed(seed).build()) {
                TrainingHistory history =
                        gan.train(TrainingLength.steps(ENDS[ENDS.length - 1])).history();
                for (String player : List.of("critic", "generator")) {
                    StringBuilder line = new StringBuilder("seed " + seed + "  " + player);
                    int from = 0;
                    for (int to : ENDS) {
                        int after = from;
                        TrainingHistory part = new TrainingHistory(history.steps().stream()
                                .filter(step -> step.number() > after && step.number() <= to)
                                .toList());
                        GradientNoiseScale scale =
                                GradientNoiseScale.of(BATCH / PARTS, BATCH, part, player);
                        line.append(String.format(
                                Locale.ROOT, "  steps %d to %d: %.0f", from + 1, to, scale.scale()));
                        from = to;
                    }
                    System.out.println(line);
                }
            }
        }
    }
}
