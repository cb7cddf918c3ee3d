package org.gan4j.bench.kernels;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gan4j.nd4j.Nd4jEngine;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A benchmark of one operation of the {@link KernelCatalog} on one engine, with
 * <a href="https://github.com/openjdk/jmh">JMH</a>.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KernelBenchmark {
    /** The engine that computes the operation. */
    public enum On {
        ND4J {
            @Override
            Engine engine() {
                return new Nd4jEngine();
            }
        },
        REFERENCE {
            @Override
            Engine engine() {
                return new ReferenceEngine();
            }
        };

        abstract Engine engine();
    }

    @Param("add")
    public String kernel;

    @Param
    public On engine;

    private Session session;
    private Program program;

    /** Compiles the program. */
    @Setup(Level.Trial)
    public void compile() {
        session = engine.engine().open();
        program = session.compile(KernelCatalog.graph(kernel));
    }

    /** Runs the program, whose result is assigned to a variable. */
    @Benchmark
    public void run() {
        program.run(Map.of());
    }

    /** Closes the program and its session. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
        session.close();
    }
}
