package org.gan4j.nd4j.internal;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;

/** A call of one of ND4J's native operations with fixed arguments, which costs a tenth of a fresh call. */
final class Nd4jCall implements Kernel {
    private final String operation;
    private final String label;
    private final OpContext context;
    private final long hash;
    private final Pointer pointer;
    private final NativeOps ops = Nd4jRuntime.ops();
    private boolean closed;

    Nd4jCall(String name, List<INDArray> inputs, List<INDArray> outputs, boolean oneDnn, long... integers) {
        this.operation = name;
        this.hash = DynamicCustomOp.builder(name).build().opHash();
        this.context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        context.setIArguments(integers);
        context.allowHelpers(oneDnn);
        this.pointer = context.contextPointer();
        this.label = name
                + inputs.stream().map(input -> Arrays.toString(input.shape())).toList();
    }

    @Override
    public void run() {
        int status = ops.execCustomOp2(null, hash, pointer);
        if (status != 0 || ops.lastErrorCode() != 0) {
            throw new IllegalStateException("ND4J's " + operation + " failed: " + ops.lastErrorMessage());
        }
    }

    /** Releases the native context once; a call may be part of several sequences, or occur several times in one. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            context.close();
        } catch (Exception failed) {
            throw new IllegalStateException("ND4J's " + operation + " could not be released", failed);
        }
    }

    @Override
    public String toString() {
        return label;
    }

    @Override
    public String name() {
        return "nd4j " + operation;
    }
}
