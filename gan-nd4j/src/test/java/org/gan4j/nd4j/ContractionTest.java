package org.gan4j.nd4j;

import static org.gan4j.nd4j.SameAsReference.normal;
import static org.gan4j.nd4j.SameAsReference.throughSecondOrder;
import static org.gan4j.nd4j.SameAsReference.values;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.op.ConvGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractionTest {
    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void multipliesMatrices(boolean left, boolean right) {
        Tensor a = left ? normal("a", 5, 3) : normal("a", 3, 5);
        Tensor b = right ? normal("b", 4, 5) : normal("b", 5, 4);
        throughSecondOrder(a.matmul(b, left, right), a, b);
        Tensor as = left ? normal("as", 2, 3, 5, 70) : normal("as", 2, 3, 70, 5);
        Tensor bs = right ? normal("bs", 2, 3, 90, 5) : normal("bs", 2, 3, 5, 90);
        throughSecondOrder(as.matmul(bs, left, right), as, bs);
        throughSecondOrder(a.matmul(a, !left, left), a);
        Tensor big = normal("big", 130, 130);
        values(big.matmul(big, left, right), as.slice(3, 0, 1).matmul(as.slice(3, 0, 1), true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "8,8,4,4,2,2,1,1",
        "7,9,3,3,1,1,1,1",
        "9,7,4,3,2,1,1,0",
        "10,11,4,4,2,2,1,1",
        "11,12,3,5,3,2,0,2",
        "5,5,5,5,1,1,0,0",
        "6,6,1,1,1,1,0,0",
        "6,7,1,1,2,3,0,0",
        "4,4,4,4,2,2,2,2",
        "6,5,2,3,4,3,2,1",
        "3,3,3,3,2,2,1,1",
        "1,1,3,3,1,1,1,1"
    })
    void convolvesAnyGeometry(int h, int w, int kH, int kW, int sH, int sW, int pH, int pW) {
        ConvGeometry geometry = new ConvGeometry(sH, sW, pH, pW);
        // few channels and many are computed by different methods
        for (int channels : new int[] {2, 9}) {
            Tensor x = normal("x", 2, channels, h, w);
            Tensor weights = normal("w", 4, channels, kH, kW);
            Tensor y = x.conv2d(weights, geometry);
            throughSecondOrder(y, x, weights);
            throughSecondOrder(y, weights);
            Tensor g = normal("g", y.shape().dims());
            throughSecondOrder(g.convTranspose2d(weights, geometry, h, w), g, weights);
        }
    }

    @ParameterizedTest
    @CsvSource({"9,7,3,3,1,1", "6,8,9,5,4,2", "5,6,1,1,0,0", "7,7,3,2,0,1", "6,5,2,4,1,3"})
    void convolvesManyChannelsToFew(int h, int w, int kH, int kW, int pH, int pW) {
        ConvGeometry geometry = new ConvGeometry(1, 1, pH, pW);
        Tensor x = normal("x", 3, 17, h, w);
        for (int outputs : new int[] {1, 3}) {
            Tensor weights = normal("w", outputs, 17, kH, kW);
            Tensor y = x.conv2d(weights, geometry);
            throughSecondOrder(y, x, weights);
            throughSecondOrder(y, weights);
            Tensor g = normal("g", y.shape().dims());
            throughSecondOrder(g.convTranspose2d(weights, geometry, h, w), g, weights);
        }
    }

    @Test
    void transposedConvolutionFromALatent() {
        Tensor z = normal("z", 3, 10, 1, 1);
        Tensor w = normal("w", 10, 6, 4, 4);
        throughSecondOrder(z.convTranspose2d(w, 1, 0), z, w);
    }

    @Test
    void largerImages() {
        Tensor x = normal("x", 8, 16, 14, 14);
        Tensor w = normal("w", 24, 16, 4, 4);
        throughSecondOrder(x.conv2d(w, 2, 1), x, w);
    }

    @Test
    void inDoublePrecision() {
        Tensor x = normal("x", 2, 2, 5, 5).cast(DType.DOUBLE);
        Tensor w = normal("w", 3, 2, 3, 3).cast(DType.DOUBLE);
        throughSecondOrder(x.conv2d(w, 2, 1).tanh(), x, w);
    }

    @Test
    void patchesOfTooManyImagesAreTakenAPartAtATime() {
        Tensor x = normal("x", 12, 8, 41, 64);
        Tensor g = normal("g", 12, 2, 41, 64);
        Tensor w = normal("w", 2, 8, 5, 5);
        ConvGeometry same = new ConvGeometry(1, 1, 2, 2);
        Tensor zero = w.zerosLike();
        Tensor product = Gradients.of(x.conv2d(zero, same), g, List.of(zero)).get(0);
        values(product, normal("small", 9, 1, 200, 200).conv2d(normal("v", 3, 1, 4, 4), 1, 1));
    }
}
