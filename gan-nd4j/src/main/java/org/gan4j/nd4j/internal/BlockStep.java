package org.gan4j.nd4j.internal;

/** An operation on one block of a fused group: elements {@code at} to {@code at + n}, in registers of one block. */
interface BlockStep {
    /** Longest run that costs less to execute than to start. */
    int SHORT = 16;

    void run(float[][] registers, int at, int n);

    static BlockStep load(Region from, int to) {
        return (registers, at, n) -> from.read(at, registers[to], 0, n);
    }

    static BlockStep store(int from, Region to) {
        return (registers, at, n) -> to.write(at, registers[from], 0, n);
    }

    /** Fills the register with the region's only element. */
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

    /** Reads elements in the layout of a broadcast: {@code walk} maps the small tensor to the large one. */
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

    /** Reads element {@code k · step} into positions {@code k · times} to {@code (k + 1) · times}. */
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
