package org.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrintingTest {
    private static final int JSHELL_CUTS_AT = 1000;

    @Test
    void smallTensorsAreShownWhole() {
        assertThat(Tensor.of(new float[] {1, 2.5f, -3, 4}, 2, 2))
                .hasToString("float[2, 2] [[1.0000, 2.5000], [-3.0000, 4.0000]]");
        assertThat(Tensor.arange(3)).hasToString("int[3] [0, 1, 2]");
        assertThat(Tensor.arange(2).equal(1)).hasToString("bool[2] [false, true]");
        assertThat(Tensor.scalar(7)).hasToString("double[] 7.0000");
        assertThat(Tensor.zeros(0, 3)).hasToString("float[0, 3] []");
    }

    @Test
    void someValuesAreShownByTheirCorners() {
        assertThat(Tensor.arange(100)).hasToString("int[100] [0, 1, 2, ..., 97, 98, 99]");
        assertThat(Tensor.arange(6)).hasToString("int[6] [0, 1, 2, 3, 4, 5]");
        assertThat(Tensor.arange(7)).hasToString("int[7] [0, 1, 2, ..., 4, 5, 6]");
    }

    @Test
    void manyValuesAreSummedUp() {
        assertThat(Tensor.zeros(64, 3, 28, 28))
                .hasToString("float[64, 3, 28, 28] from 0.0000 to 0.0000, mean 0.0000: 0.0000, 0.0000, 0.0000, 0.0000,"
                        + " 0.0000, 0.0000, ...");
        assertThat(Tensor.arange(101)).hasToString("int[101] from 0 to 100, mean 50.000: [0, 1, 2, ..., 98, 99, 100]");
        assertThat(Tensor.arange(120).reshape(60, 2).cast(DType.FLOAT))
                .hasToString("float[60, 2] from 0.0000 to 119.00, mean 59.500: [[0.0000, 1.0000], [2.0000, 3.0000],"
                        + " [4.0000, 5.0000], ..., [114.00, 115.00], [116.00, 117.00], [118.00, 119.00]]");
        assertThat(Tensor.arange(200).less(50).toString())
                .startsWith("bool[200] from false to true, mean 0.25000: [true, ");
    }

    @Test
    void valuesThatAreNotFiniteAreCounted() {
        double[] values = new double[150];
        values[0] = 75;
        values[1] = Double.NaN;
        values[2] = Double.POSITIVE_INFINITY;
        assertThat(TensorData.of(values, Shape.of(1, 1, 150)))
                .hasToString("double[1, 1, 150] from 0.0000 to 75.000, mean 0.50676, 2 not finite: 75.000, NaN,"
                        + " Infinity, 0.0000, 0.0000, 0.0000, ...");
        Arrays.fill(values, Double.NaN);
        assertThat(TensorData.of(values, Shape.of(150)).toString())
                .startsWith("double[150] none finite: [NaN, NaN, NaN, ..., ");
    }

    @Test
    void whatIsNotFiniteIsShownAsItIs() {
        Tensor tensor = Tensor.of(new double[] {Double.NaN, Double.NEGATIVE_INFINITY}, 2);
        assertThat(tensor).hasToString("double[2] [NaN, -Infinity]");
    }

    @Test
    void whatIsNotKnownIsSaidToBeSo() {
        Tensor x = Tensor.input("x", DType.FLOAT, 2);
        assertThat(x).hasToString("float[2] (input x, not computed)");
        assertThat(x.add(1)).hasToString("float[2] (add, not computed)");
        assertThat(Variable.of("w", Tensor.ones(3)).value()).hasToString("float[3] (variable w, not computed)");
        assertThat(Variable.of("w", Tensor.ones(3))).hasToString("Variable w float[3]");
    }

    @Test
    void printingNeverThrows() {
        Tensor outside = Tensor.arange(3).gather(0, Tensor.of(new int[] {5}));
        assertThat(outside.toString()).contains("not computable").contains("index 5");
        Tensor deep = Tensor.ones(2);
        for (int i = 0; i < 20_000; i++) {
            deep = deep.mul(0.5).add(1);
        }
        assertThat(deep.toString()).startsWith("float[2] [2.0000, 2.0000]");
    }

    @Test
    void printingStaysShort() {
        String name = "n".repeat(5000);
        assertThat(Tensor.input(name, DType.FLOAT, 2).toString()).hasSizeLessThan(JSHELL_CUTS_AT);
        assertThat(Tensor.input(name, DType.FLOAT, 2).named(name).toString()).hasSizeLessThan(JSHELL_CUTS_AT);
        assertThat(Tensor.ones(9, 9, 9, 9, 9).toString()).hasSizeLessThan(JSHELL_CUTS_AT);
    }
}
