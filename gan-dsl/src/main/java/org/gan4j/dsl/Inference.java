package org.gan4j.dsl;

import java.util.Map;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** A network run for inference over any number of inputs, compiled for one batch size; the last batch is padded. */
final class Inference implements AutoCloseable {
    private static final int BATCH = 64;
    private static final String IN = "in";
    private static final String OUT = "out";

    private final Session session;
    private final Tensor output;
    private final int inputSize;
    private final Shape batch;
    private Program program;

    /** @param input the shape of one input */
    Inference(Session session, Network network, Parameters parameters, Shape input) {
        this.session = session;
        this.batch = batched(input);
        this.inputSize = input.size();
        Tensor in = Tensor.input(IN, DType.FLOAT, batch.dims());
        this.output = network.apply(parameters, Pass.inference(), Inputs.of(in)).value();
    }

    private static Shape batched(Shape sample) {
        long[] dims = new long[sample.rank() + 1];
        dims[0] = BATCH;
        System.arraycopy(sample.dims(), 0, dims, 1, sample.rank());
        return Shape.of(dims);
    }

    /** How many numbers one output has. */
    int outputSize() {
        return output.shape().size() / BATCH;
    }

    /** The outputs for inputs that lie one after the other. */
    TensorData apply(float[] inputs) {
        if (program == null) {
            program = session.compile(Graph.of(Stage.named("inference").output(OUT, output)));
        }
        int count = inputs.length / inputSize;
        float[] outputs = new float[count * outputSize()];
        for (int from = 0; from < count; from += BATCH) {
            int wanted = Math.min(BATCH, count - from);
            float[] fed = new float[BATCH * inputSize];
            System.arraycopy(inputs, from * inputSize, fed, 0, wanted * inputSize);
            TensorData made = program.run(Map.of(IN, TensorData.of(fed, batch))).get(OUT);
            System.arraycopy(made.toFloats(), 0, outputs, from * outputSize(), wanted * outputSize());
        }
        return TensorData.of(outputs, output.shape().with(0, count));
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
