package org.gan4j.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Explanation;

/** The time that the peer takes for the matrix products of a Gan4J step, each timed separately in libtorch. */
final class PeerProducts {
    private static final int RUNS = 20;

    private record Product(long rows, long inner, long columns) {}

    private PeerProducts() {}

    /** Returns the total milliseconds of the matrix products of a step. */
    static double milliseconds(Explanation step) {
        Map<Product, Double> times = new HashMap<>();
        double sum = 0;
        for (Product product : products(step)) {
            sum += times.computeIfAbsent(product, PeerProducts::time);
        }
        return sum;
    }

    private static List<Product> products(Explanation step) {
        List<Product> products = new ArrayList<>();
        for (Explanation.Row row : step.rows()) {
            Shape shape = row.shape();
            if (row.ops().equals(List.of("matmul")) && shape.rank() == 2 && shape.size() > 0) {
                products.add(new Product(shape.dim(0), row.flops() / (2L * shape.size()), shape.dim(1)));
            }
        }
        return products;
    }

    @SuppressWarnings("try") // the scope only needs to be closed
    private static double time(Product product) {
        try (PointerScope scope = new PointerScope()) {
            Tensor a = torch.rand(product.rows, product.inner);
            Tensor b = torch.rand(product.inner, product.columns);
            double[] times = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                long began = System.nanoTime();
                torch.mm(a, b).close();
                times[i] = (System.nanoTime() - began) / 1e6;
            }
            return Pairs.median(times);
        }
    }
}
