package org.gan4j.cli.rating;

import java.util.List;
import org.gan4j.tensor.TensorData;

/** The condition of a blind study that nobody can tell the runs apart by what the question is not about. */
final class SameForm {
    private SameForm() {}

    /**
     * Requires that all images have one form, and that all samples were asked to show the same texts.
     *
     * @throws IllegalArgumentException if they do not
     */
    static void require(List<SampledRun> runs, RealImages real) {
        SampledRun first = runs.get(0);
        for (SampledRun run : runs) {
            if (!form(run.images()).equals(form(first.images()))) {
                throw new IllegalArgumentException(
                        first.run() + " generates images of " + form(first.images()) + ", and "
                                + run.run() + " of " + form(run.images())
                                + ", so raters would know which is which: rate runs of one size, all in gray or all in color");
            }
            if (!run.texts().equals(first.texts())) {
                throw new IllegalArgumentException(first.run() + " and " + run.run()
                        + " do not show the same texts, so they cannot be compared: rate runs that all know classes, or"
                        + " all know captions");
            }
        }
        if (!form(real.images()).equals(form(first.images()))) {
            throw new IllegalArgumentException(
                    "the images of " + real.name() + " are " + form(real.images()) + ", and those"
                            + " of " + first.run() + " " + form(first.images())
                            + ", so raters would know which are real: name data of that form with --data; a folder of images can"
                            + " be read at any --size, and in --gray");
        }
    }

    private static String form(TensorData images) {
        return images.shape().dim(2) + "×" + images.shape().dim(3) + " pixels in "
                + (images.shape().dim(1) == 1 ? "gray" : "color");
    }
}
