package org.gan4j.tensor.engine;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Binary;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Cast;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.Permute;
import org.gan4j.tensor.op.Reshape;
import org.gan4j.tensor.op.Unary;

/**
 * Replacement of ops by simpler equal ones. The result must be the same for every number, including NaN, infinity and
 * -0: x·1 and x-0 become x, but x·0 is not 0, and x+0 is not x (it turns -0 into 0).
 */
final class Simplification {
    private final ValueTable table;
    private final ConstantFolding constants;

    Simplification(ValueTable table) {
        this.table = table;
        this.constants = new ConstantFolding(table);
    }

    /** Returns a value equal to the op applied to the inputs. */
    Value of(Op op, List<Value> inputs, Shape shape, DType dtype) {
        if (op instanceof Binary binary && (binary == Binary.MUL || binary == Binary.ADD)) {
            if (isNeutral(binary, inputs.get(0))) {
                return inputs.get(1);
            }
        }
        if (op instanceof Binary binary && isNeutral(binary, inputs.get(1))) {
            return inputs.get(0);
        }
        if (op == Unary.NEG && inputs.get(0).op() == Unary.NEG) {
            return inputs.get(0).inputs().get(0);
        }
        if (op instanceof Cast && inputs.get(0).dtype() == dtype) {
            return inputs.get(0);
        }
        if (op instanceof Reshape || op instanceof BroadcastTo || op instanceof Permute) {
            return movement(op, inputs.get(0), shape, dtype);
        }
        return constants.of(op, inputs, shape, dtype);
    }

    /** Joins consecutive movements of one kind into one, and drops a movement that moves nothing. */
    private Value movement(Op op, Value input, Shape shape, DType dtype) {
        boolean moves = !input.shape().equals(shape);
        Value from = input;
        Op joined = op;
        if (op instanceof Permute outer) {
            if (input.op() instanceof Permute inner) {
                from = input.inputs().get(0);
                joined = new Permute(
                        outer.order().stream().map(inner.order()::get).toList());
            }
            List<Integer> order = ((Permute) joined).order();
            moves = !order.stream().sorted().toList().equals(order);
        } else if (input.op().getClass() == op.getClass()) {
            from = input.inputs().get(0);
            moves = !from.shape().equals(shape);
        }
        return moves ? constants.of(joined, List.of(from), shape, dtype) : from;
    }

    /** Returns whether the op returns its first operand unchanged, given this second one. */
    private static boolean isNeutral(Binary op, Value second) {
        Value one = ConstantFolding.uniform(second);
        if (one == null) {
            return false;
        }
        double number = ((Constant) one.op()).data().get(0);
        switch (op) {
            case MUL:
            case DIV:
                return number == 1;
            case SUB:
                return Double.doubleToRawLongBits(number) == 0;
            case ADD:
                return Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(-0.0);
            default:
                return false;
        }
    }
}
