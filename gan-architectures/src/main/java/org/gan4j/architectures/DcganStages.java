package org.gan4j.architectures;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;

/**
 * How often DCGAN halves a picture: while both sides are even and the result keeps at least 4 places, and at least
 * twice. 64×64 goes down to 4×4, 28×28 to 7×7.
 */
record DcganStages(int channels, int height, int width, int count) {
    private static final int FEWEST = 2;
    private static final int SMALLEST = 4;

    static List<String> problems(Shape sample) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add("DCGAN makes pictures, channels×height×width; the data have shape " + sample
                    + ": choose another architecture");
        } else if (sample.dim(1) % 4 != 0 || sample.dim(2) % 4 != 0 || sample.size() == 0) {
            problems.add("DCGAN needs a height and width divisible by 4; the data are " + sample.dim(1) + "×"
                    + sample.dim(2) + ": resize or pad them");
        }
        return problems;
    }

    static DcganStages of(Shape sample) {
        int height = sample.dim(1);
        int width = sample.dim(2);
        int count = 0;
        while (height % 2 == 0 && width % 2 == 0 && (count < FEWEST || Math.min(height, width) / 2 >= SMALLEST)) {
            height /= 2;
            width /= 2;
            count++;
        }
        return new DcganStages(sample.dim(0), height, width, count);
    }
}
