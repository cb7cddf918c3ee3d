package org.gan4j.bench;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * The rates at which both sides multiply 1024×1024 matrices, in GFLOP/s: medians of runs in turn.
 *
 * @param ours the rate of Gan4J
 * @param peer the rate of the peer
 * @param blasThreads the number of OpenBLAS threads with which the peer is fastest; it continues with that number
 */
record Sgemm(double ours, double peer, int blasThreads) {
    private static final int SIDE = 1024;
    private static final double GIGAFLOP = 2e-9 * SIDE * SIDE * SIDE;
    private static final int RUNS = 15;

    /** Measures both rates and leaves the peer with its best setting. */
    @SuppressWarnings("try") // the scope only needs to be closed
    static Sgemm measure() {
        int threads = torch.get_num_threads();
        Variable a = Variable.of("a", Tensor.full(0.5, SIDE, SIDE));
        Variable b = Variable.of("b", Tensor.full(0.25, SIDE, SIDE));
        Variable c = Variable.of("c", Tensor.zeros(SIDE, SIDE));
        Graph product = Graph.of(Stage.named("product").assign(c, a.value().matmul(b.value())));
        try (Session session = Engines.preferred().open();
                Program program = session.compile(product);
                PointerScope scope = new PointerScope()) {
            org.bytedeco.pytorch.Tensor x = torch.rand(SIDE, SIDE);
            org.bytedeco.pytorch.Tensor y = torch.rand(SIDE, SIDE);
            double[] ours = new double[RUNS];
            double[] one = new double[RUNS];
            double[] all = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                openblas_nolapack.blas_set_num_threads(1);
                one[i] = seconds(() -> torch.mm(x, y).close());
                openblas_nolapack.blas_set_num_threads(threads);
                all[i] = seconds(() -> torch.mm(x, y).close());
                ours[i] = seconds(() -> program.run(Map.of()));
            }
            double peer = Math.min(Pairs.median(one), Pairs.median(all));
            int best = peer == Pairs.median(all) ? threads : 1;
            openblas_nolapack.blas_set_num_threads(best);
            return new Sgemm(GIGAFLOP / Pairs.median(ours), GIGAFLOP / peer, best);
        }
    }

    /** Returns each side's higher rate: other programs may have used the processors during one of the measurements. */
    Sgemm orFaster(Sgemm other) {
        return new Sgemm(
                Math.max(ours, other.ours),
                Math.max(peer, other.peer),
                other.peer > peer ? other.blasThreads : blasThreads);
    }

    private static double seconds(Runnable work) {
        Cooldown.rest(Cooldown.REST);
        for (int i = 0; i < 3; i++) {
            work.run(); // wakes the threads
        }
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
