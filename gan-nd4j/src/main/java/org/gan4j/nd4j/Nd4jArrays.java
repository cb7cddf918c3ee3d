package org.gan4j.nd4j;

import org.gan4j.nd4j.internal.Nd4jRuntime;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Conversions between {@link TensorData} and ND4J arrays, for code that uses ND4J directly. Values are copied. */
public final class Nd4jArrays {
    private Nd4jArrays() {}

    /** Returns the same numbers as an ND4J array of the same shape and the corresponding type. */
    public static INDArray toArray(TensorData data) {
        Nd4jRuntime.load();
        long[] dims = data.shape().dims();
        switch (data.dtype()) {
            case FLOAT:
                return Nd4j.createFromArray(data.toFloats()).reshape('c', dims);
            case DOUBLE:
                return Nd4j.createFromArray(data.toDoubles()).reshape('c', dims);
            case INT:
                return Nd4j.createFromArray(data.toInts()).reshape('c', dims);
            default:
                return Nd4j.createFromArray(data.toInts()).castTo(DataType.BOOL).reshape('c', dims);
        }
    }

    /** Returns the same numbers as tensor data. Other floating-point types become FLOAT, other integer types INT. */
    public static TensorData fromArray(INDArray array) {
        Shape shape = Shape.of(array.shape());
        INDArray flat = array.dup('c').reshape('c', new long[] {array.length()});
        switch (array.dataType()) {
            case DOUBLE:
                return TensorData.of(flat.toDoubleVector(), shape);
            case BOOL:
                int[] bits = flat.castTo(DataType.INT32).toIntVector();
                boolean[] booleans = new boolean[bits.length];
                for (int i = 0; i < bits.length; i++) {
                    booleans[i] = bits[i] != 0;
                }
                return TensorData.of(booleans, shape);
            default:
                return array.dataType().isFPType()
                        ? TensorData.of(flat.castTo(DataType.FLOAT).toFloatVector(), shape)
                        : TensorData.of(flat.castTo(DataType.INT32).toIntVector(), shape);
        }
    }
}
