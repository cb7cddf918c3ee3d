package org.gan4j.architectures.dcgan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.tensor.Shape;

/**
 * How often DCGAN halves a picture: while both sides are even and the result keeps at least 4 places, and at least
 * twice. 64×64 goes down to 4×4, 28×28 to 7×7.
 */
record DcganStages(int channels, int height, int width, int count) {
    /** A depth that is left open. */
    static final int AUTO = 0;

    /** The default limit of the channels, which the default width reaches at 64×64. */
    static final int MAX_WIDTH = 512;

    private static final int FEWEST = 2;
    private static final int SMALLEST = 4;

    /** @param depth how often to halve; 0 leaves it open */
    static List<String> problems(Shape sample, int depth) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add("DCGAN makes pictures, channels×height×width; the data have shape " + sample
                    + ": choose another architecture");
        } else if (sample.dim(1) % 4 != 0 || sample.dim(2) % 4 != 0 || sample.size() == 0) {
            problems.add("DCGAN needs a height and width divisible by 4; the data are " + sample.dim(1) + "×"
                    + sample.dim(2) + ": resize or pad them");
        } else if (depth < 0 || depth > most(sample)) {
            problems.add("DCGAN cannot halve " + sample.dim(1) + "×" + sample.dim(2) + " pictures " + depth
                    + " times: choose a depth from 1 to " + most(sample) + ", or 0 to leave it open");
        }
        return problems;
    }

    private static int most(Shape sample) {
        return Math.min(Integer.numberOfTrailingZeros(sample.dim(1)), Integer.numberOfTrailingZeros(sample.dim(2)));
    }

    /** @param depth how often to halve; 0 leaves it open */
    /** Instance normalization of a single place would always give 0. */
    static List<String> normProblems(Shape sample, int depth, Normalization normalization) {
        if (normalization != Normalization.INSTANCE || !problems(sample, depth).isEmpty()) {
            return List.of();
        }
        DcganStages stages = of(sample, depth);
        return stages.height() * stages.width() > 1
                ? List.of()
                : List.of("DCGAN of depth " + stages.count() + " brings " + sample.dim(1) + "×" + sample.dim(2)
                        + " down to one place, where instance normalization leaves nothing: choose less depth or another"
                        + " normalization");
    }

    static DcganStages of(Shape sample, int depth) {
        int height = sample.dim(1);
        int width = sample.dim(2);
        int count = 0;
        while (depth == AUTO
                ? height % 2 == 0 && width % 2 == 0 && (count < FEWEST || Math.min(height, width) / 2 >= SMALLEST)
                : count < depth) {
            height /= 2;
            width /= 2;
            count++;
        }
        return new DcganStages(sample.dim(0), height, width, count);
    }
}
