package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.reference.Operand;
import org.gan4j.tensor.reference.ReferenceKernels;

/** A kernel for any op on any element type, by the reference engine's definition: slow but correct. */
final class FallbackKernel implements Kernel {
    private final Value value;
    private final List<Place> inputs;
    private final Place output;

    FallbackKernel(Value value, List<Place> inputs, Place output) {
        this.value = value;
        this.inputs = inputs;
        this.output = output;
    }

    @Override
    public void run() {
        List<Operand> operands = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            operands.add(
                    new Operand(value.inputs().get(i).shape(), inputs.get(i).doubles()));
        }
        output.setDoubles(ReferenceKernels.compute(value.op(), operands, value.shape(), value.dtype()));
    }

    @Override
    public String toString() {
        return "fallback " + value;
    }

    @Override
    public String name() {
        return "reference";
    }
}
