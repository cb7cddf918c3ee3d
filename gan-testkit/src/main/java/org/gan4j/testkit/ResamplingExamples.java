package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.smooth;
import static org.gan4j.testkit.OpExample.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Padding;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.tensor.functions.ResamplingWeights.Border;

/** Examples of upsampling, downsampling, and padding of images. */
final class ResamplingExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private ResamplingExamples() {}

    static List<OpExample> all() {
        ResamplingExamples all = new ResamplingExamples();
        all.sizes();
        all.bicubic();
        all.filters();
        all.shuffles();
        all.paddings();
        return all.examples;
    }

    private void sizes() {
        add("Resampling.nearest", "by 3", x -> Resampling.nearest(x, 3), 2, 1, 2, 3);
        add("Resampling.nearest", "by 1", x -> Resampling.nearest(x, 1), 1, 2, 3, 2);
        add("Resampling.bilinear", "up", x -> Resampling.bilinear(x, 5, 8), 1, 2, 3, 4);
        add("Resampling.bilinear", "down", x -> Resampling.bilinear(x, 3, 2), 2, 1, 7, 4);
        add("Resampling.bilinear", "up and down", x -> Resampling.bilinear(x, 2, 7), 1, 3, 5, 3);
        add("Resampling.bilinear", "of one pixel", x -> Resampling.bilinear(x, 3, 2), 2, 2, 1, 1);
        add("Resampling.bilinear", "to the same size", x -> Resampling.bilinear(x, 3, 2), 1, 2, 3, 2);
    }

    private void bicubic() {
        add("Resampling.bicubic", "up", x -> Resampling.bicubic(x, 5, 8), 1, 2, 3, 4);
        add("Resampling.bicubic", "down", x -> Resampling.bicubic(x, 3, 2), 2, 1, 7, 4);
        add("Resampling.bicubic", "dropped border", x -> Resampling.bicubic(x, 2, 7, Border.DROPPED), 1, 3, 5, 3);
    }

    private void filters() {
        filtered("only", 1, 1, 1, 1, 3, 2);
        filtered("up", 3, 1, 2, 1, 4, 4);
        filtered("down, with a remainder", 1, 3, 1, 0, 2, 3);
        filtered("up and down", 2, 3, 2, 2, 3, 4);
        filtered("cut off", 2, 1, -1, -2, 2, 2);
        filtered("cut off and padded", 1, 2, 2, -1, 2, 1);
        for (int taps = 1; taps <= 4; taps++) {
            Tensor filter = Resampling.binomial(taps);
            add("Resampling.up2", "by taps: " + taps, x -> Resampling.up2(x, filter), 1, 2, 3, 2);
            add("Resampling.down2", "by taps: " + taps, x -> Resampling.down2(x, filter), 1, 2, 4, 5);
        }
        examples.add(value("Resampling.binomial", "of 5 taps", in -> Resampling.binomial(5)));
    }

    private void filtered(String label, int up, int down, int before, int after, long height, long width) {
        examples.add(smooth(
                "Resampling.filtered",
                label,
                in -> Resampling.filtered(in.get(0), in.get(1), up, down, before, after),
                Points.signed(1, 2, 2, 4, 3),
                Points.signed(2, height, width)));
    }

    private void shuffles() {
        add("Resampling.pixelShuffle", "by 2", x -> Resampling.pixelShuffle(x, 2), 2, 8, 1, 3);
        add("Resampling.pixelShuffle", "by 3", x -> Resampling.pixelShuffle(x, 3), 1, 9, 2, 1);
        add("Resampling.pixelUnshuffle", "by 2", x -> Resampling.pixelUnshuffle(x, 2), 2, 1, 4, 6);
        add("Resampling.pixelUnshuffle", "by 3", x -> Resampling.pixelUnshuffle(x, 3), 1, 2, 3, 6);
    }

    private void paddings() {
        add("Padding.constant", "of ones", x -> Padding.constant(x, 1, 2, 1, 1), 2, 3, 2);
        add("Padding.constant", "of zeros", x -> Padding.constant(x, -1, 0, 2, 0), 2, 3);
        add("Padding.constant", "at the end", x -> Padding.constant(x, 0, 0, 2, -0.5), 2, 3);
        add("Padding.constant", "of nothing", x -> Padding.constant(x, 0, 0, 0, 7), 2, 3);
        add("Padding.reflect", "as far as it goes", x -> Padding.reflect(x, 1, 3, 3), 2, 4, 3);
        add("Padding.reflect", "unevenly", x -> Padding.reflect(x, -1, 2, 1), 2, 3);
        add("Padding.reflect", "of one element by none", x -> Padding.reflect(x, 0, 0, 0), 1, 3);
        add("Padding.replicate", "further than it is long", x -> Padding.replicate(x, 1, 3, 5), 2, 2, 3);
        add("Padding.replicate", "unevenly", x -> Padding.replicate(x, -1, 0, 2), 2, 3);
        add("Padding.reflect2d", "by 2", x -> Padding.reflect2d(x, 2), 1, 2, 3, 4);
        add("Padding.replicate2d", "by 2", x -> Padding.replicate2d(x, 2), 2, 1, 2, 3);
        examples.add(value(
                "Padding.constant",
                "of INT",
                in -> Padding.constant(in.get(0), 0, 1, 1, 7),
                Points.indices(5, 1, 2, 3)));
        examples.add(value(
                "Padding.reflect", "of INT", in -> Padding.reflect(in.get(0), 1, 2, 0), Points.indices(5, 1, 2, 3)));
    }

    private void add(String op, String label, UnaryOperator<Tensor> function, long... shape) {
        examples.add(smooth(op, label, in -> function.apply(in.get(0)), Points.signed(1, shape)));
    }
}
