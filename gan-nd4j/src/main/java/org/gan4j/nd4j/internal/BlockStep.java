package org.gan4j.nd4j.internal;

/** What is done with one block of a fused group: elements {@code at} to {@code at + n}, in registers of one block. */
interface BlockStep {
    /** Up to this length, beginning a run takes longer than the run. */
    int SHORT = 16;

    void run(float[][] registers, int at, int n);

    static BlockStep load(Region from, int to) {
        return (registers, at, n) -> from.read(at, registers[to], 0, n);
    }

    static BlockStep store(int from, Region to) {
        return (registers, at, n) -> to.write(at, registers[from], 0, n);
    }

    /** The one element everywhere. */
    static BlockStep splat(Region from, int to) {
        return (registers, at, n) -> {
            float value = from.get(0);
            float[] register = registers[to];
            for (int i = 0; i < n; i++) {
                register[i] = value;
            }
        };
    }

    static BlockStep compute(Loop loop, int to, int a, int b, int c) {
        return (registers, at, n) ->
                loop.run(registers[to], registers[a], b < 0 ? null : registers[b], c < 0 ? null : registers[c], n);
    }

    /** As a broadcast lays the elements out: {@code walk} leads from the small tensor to the large one. */
    static BlockStep stretch(Region from, Walk walk, int to) {
        int length = walk.innermost();
        int stride = walk.from[walk.rank() - 1];
        if (walk.rank() == 2 && stride == 0 && length <= SHORT) {
            return repeat(from, walk.from[0], length, to);
        }
        return (registers, at, n) -> {
            float[] register = registers[to];
            int done = 0;
            int run = at / length;
            int skip = at % length;
            while (done < n) {
                int count = Math.min(length - skip, n - done);
                int start = walk.start(run++, walk.from) + skip * stride;
                if (stride == 1) {
                    from.read(start, register, done, count);
                } else {
                    float value = from.get(start);
                    for (int i = done; i < done + count; i++) {
                        register[i] = value;
                    }
                }
                done += count;
                skip = 0;
            }
        };
    }

    /** Element {@code k · step} in places {@code k · times} to {@code (k + 1) · times}. */
    private static BlockStep repeat(Region from, int step, int times, int to) {
        return (registers, at, n) -> {
            float[] register = registers[to];
            int source = at / times * step;
            int left = times - at % times;
            float value = from.get(source);
            for (int i = 0; i < n; i++) {
                if (left == 0) {
                    source += step;
                    value = from.get(source);
                    left = times;
                }
                register[i] = value;
                left--;
            }
        };
    }
}
