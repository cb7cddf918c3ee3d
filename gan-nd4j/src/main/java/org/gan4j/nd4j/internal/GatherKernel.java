package org.gan4j.nd4j.internal;

/**
 * A kernel that copies rows selected by indices, [outer, length, inner] to [outer, indices, inner], or the transpose:
 * adds rows into zeros at the indices.
 */
final class GatherKernel implements Kernel {
    private final boolean scatter;
    private final Region from;
    private final Place indices;
    private final Region to;
    private final int length;
    private final int inner;

    GatherKernel(boolean scatter, Region from, Place indices, Region to, int length, int inner) {
        this.scatter = scatter;
        this.from = from;
        this.indices = indices;
        this.to = to;
        this.length = length;
        this.inner = inner;
    }

    @Override
    public void run() {
        double[] chosen = indices.doubles();
        for (double index : chosen) {
            if (index < 0 || index >= length) {
                throw new IndexOutOfBoundsException("index " + (int) index + " is not within 0 to " + (length - 1));
            }
        }
        float[] row = new float[inner];
        float[] sum = new float[inner];
        if (scatter) {
            to.fill(0);
        }
        int rows = inner == 0 ? 0 : (scatter ? from : to).size() / inner;
        for (int i = 0; i < rows; i++) {
            int place = i / chosen.length * length + (int) chosen[i % chosen.length];
            if (scatter) {
                from.read(i * inner, row, 0, inner);
                to.read(place * inner, sum, 0, inner);
                ArithmeticLoops.add(sum, sum, row, inner);
                to.write(place * inner, sum, 0, inner);
            } else {
                to.copy(i * inner, from, place * inner, inner);
            }
        }
    }

    @Override
    public String name() {
        return scatter ? "scatter" : "gather";
    }
}
