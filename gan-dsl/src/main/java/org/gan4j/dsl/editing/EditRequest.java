package org.gan4j.dsl.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.tensor.TensorData;

/**
 * A request for samples of changed latents. Each method returns a changed copy.
 *
 * <pre>{@code
 * gan.edit(EditRequest.of(new LatentEdit.Toward("Sneaker"), SampleRequest.of(4))).saveGrid(file)
 * }</pre>
 *
 * @param edit the change
 * @param samples the samples that are changed, with their seed, truncation and weights; a row each
 * @param latents the latents that are changed in place of those of the samples, FLOAT [N,L]
 * @param strengths the multiples of the direction, the columns; of no effect on arithmetic
 */
public record EditRequest(
        LatentEdit edit, SampleRequest samples, Optional<TensorData> latents, List<Double> strengths) {
    private static final List<Double> STANDARD = List.of(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0);

    /**
     * Validates the request.
     *
     * @throws IllegalArgumentException if there are no strengths, or one is not finite; if the samples are interpolations or have texts or shares;
     *     or if arithmetic has given latents, as it is that of samples
     */
    public EditRequest {
        strengths = List.copyOf(strengths);
        if (strengths.isEmpty()) {
            throw new IllegalArgumentException("an edit needs at least one strength");
        }
        strengths.stream().filter(each -> !Double.isFinite(each)).findFirst().ifPresent(each -> {
            throw new IllegalArgumentException("the strengths of an edit must be finite, not " + each + ": 3 is usual");
        });
        if (samples.across().isPresent()
                || samples.shares().isPresent()
                || !samples.texts().isEmpty()) {
            throw new IllegalArgumentException(
                    "an edit changes single samples: leave out interpolations, texts and shares of classes");
        }
        if (latents.isPresent() && edit instanceof LatentArithmetic) {
            throw new IllegalArgumentException(
                    "arithmetic adds samples by their numbers: leave out the latents, or move them along a direction");
        }
    }

    /**
     * Returns a request with strengths from -3 to 3.
     *
     * @throws IllegalArgumentException if the samples are interpolations or have texts or shares
     */
    public static EditRequest of(LatentEdit edit, SampleRequest samples) {
        return new EditRequest(edit, samples, Optional.empty(), STANDARD);
    }

    /**
     * Sets the latents that are changed, such as those of an {@link Inversion}.
     *
     * @throws IllegalArgumentException if the edit is arithmetic
     */
    public EditRequest latents(TensorData rows) {
        return new EditRequest(edit, samples, Optional.of(rows), strengths);
    }

    /**
     * Sets the strengths.
     *
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public EditRequest strengths(double... multiples) {
        return new EditRequest(
                edit, samples, latents, Arrays.stream(multiples).boxed().toList());
    }
}
