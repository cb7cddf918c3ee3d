package org.gan4j.nd4j.internal;

import java.util.Set;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Binary;
import org.gan4j.tensor.op.BinaryOp;
import org.gan4j.tensor.op.Cast;
import org.gan4j.tensor.op.Clamp;
import org.gan4j.tensor.op.Compare;
import org.gan4j.tensor.op.LeakyRelu;
import org.gan4j.tensor.op.LeakyStep;
import org.gan4j.tensor.op.Logic;
import org.gan4j.tensor.op.Not;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.Power;
import org.gan4j.tensor.op.Unary;
import org.gan4j.tensor.op.UnaryOp;
import org.gan4j.tensor.op.Where;

/** Selection of the loop that computes an elementwise op. */
final class Loops {
    private static final Set<Op> CHEAP = Set.of(
            Unary.NEG, Unary.ABS, Unary.SQUARE, Binary.ADD, Binary.SUB, Binary.MUL, Binary.MAXIMUM, Binary.MINIMUM);

    private Loops() {}

    /**
     * Returns whether the value is elementwise and it and its inputs are floats or truth values, so that a loop exists.
     */
    static boolean compute(Value value) {
        return isElementwise(value.op())
                && Place.isNative(value.dtype())
                && value.inputs().stream().allMatch(input -> Place.isNative(input.dtype()));
    }

    static boolean isElementwise(Op op) {
        return op instanceof UnaryOp || op instanceof BinaryOp;
    }

    /** Returns whether the op takes about as long as a sum. */
    static boolean isCheap(Op op) {
        return CHEAP.contains(op) || op instanceof LeakyRelu || op instanceof LeakyStep || op instanceof Clamp;
    }

    /** Returns whether the result may overwrite an operand; comparisons may need to read theirs again. */
    static boolean mayOverwrite(Op op) {
        return !(op instanceof Compare);
    }

    static Loop of(Op op) {
        if (op instanceof Unary unary) {
            return unary(unary);
        }
        if (op instanceof Binary binary) {
            return binary(binary);
        }
        if (op instanceof Compare compare) {
            return compare(compare);
        }
        if (op instanceof Logic logic) {
            return binary(logic == Logic.AND ? Binary.MINIMUM : Binary.MAXIMUM);
        }
        if (op instanceof Where) {
            return ChoiceLoops::where;
        }
        if (op instanceof Power power) {
            return (to, a, b, c, n) -> FunctionLoops.power(to, a, power.exponent(), n);
        }
        if (op instanceof Clamp clamp) {
            float low = (float) clamp.low();
            float high = (float) clamp.high();
            return (to, a, b, c, n) -> ArithmeticLoops.clamp(to, a, low, high, n);
        }
        if (op instanceof LeakyRelu leaky) {
            return leakyRelu(leaky);
        }
        if (op instanceof LeakyStep step) {
            float slope = (float) step.slope();
            return (to, a, b, c, n) -> ArithmeticLoops.leakyStep(to, a, slope, n);
        }
        if (op instanceof Not) {
            return (to, a, b, c, n) -> ArithmeticLoops.not(to, a, n);
        }
        if (op instanceof Cast cast && cast.to() == DType.BOOL) {
            return (to, a, b, c, n) -> ChoiceLoops.isNotZero(to, a, n);
        }
        return (to, a, b, c, n) -> System.arraycopy(a, 0, to, 0, n);
    }

    private static Loop leakyRelu(LeakyRelu leaky) {
        float slope = (float) leaky.slope();
        if (slope == 0) {
            return (to, a, b, c, n) -> ArithmeticLoops.relu(to, a, n);
        }
        if (slope > 0 && slope <= 1) {
            return (to, a, b, c, n) -> ArithmeticLoops.leakyRelu(to, a, slope, n);
        }
        return (to, a, b, c, n) -> {
            for (int i = 0; i < n; i++) {
                to[i] = a[i] > 0 ? a[i] : slope * a[i];
            }
        };
    }

    private static Loop unary(Unary op) {
        switch (op) {
            case NEG:
                return (to, a, b, c, n) -> ArithmeticLoops.neg(to, a, n);
            case ABS:
                return (to, a, b, c, n) -> ArithmeticLoops.abs(to, a, n);
            case SQUARE:
                return (to, a, b, c, n) -> ArithmeticLoops.square(to, a, n);
            case SQRT:
                return (to, a, b, c, n) -> ArithmeticLoops.sqrt(to, a, n);
            case RSQRT:
                return (to, a, b, c, n) -> ArithmeticLoops.rsqrt(to, a, n);
            case SIGN:
                return (to, a, b, c, n) -> ChoiceLoops.sign(to, a, n);
            case EXP:
                return (to, a, b, c, n) -> FunctionLoops.exp(to, a, n);
            case LOG:
                return (to, a, b, c, n) -> FunctionLoops.log(to, a, n);
            case SIN:
                return (to, a, b, c, n) -> FunctionLoops.sin(to, a, n);
            case COS:
                return (to, a, b, c, n) -> FunctionLoops.cos(to, a, n);
            case FLOOR:
                return (to, a, b, c, n) -> FunctionLoops.floor(to, a, n);
            case TANH:
                return (to, a, b, c, n) -> FunctionLoops.tanh(to, a, n);
            case SIGMOID:
                return (to, a, b, c, n) -> FunctionLoops.sigmoid(to, a, n);
            case SOFTPLUS:
                return (to, a, b, c, n) -> FunctionLoops.softplus(to, a, n);
            default:
                // a function added later is correct at once, but slow until it has a loop
                return (to, a, b, c, n) -> {
                    for (int i = 0; i < n; i++) {
                        to[i] = (float) op.apply(a[i]);
                    }
                };
        }
    }

    private static Loop binary(Binary op) {
        switch (op) {
            case ADD:
                return (to, a, b, c, n) -> ArithmeticLoops.add(to, a, b, n);
            case SUB:
                return (to, a, b, c, n) -> ArithmeticLoops.sub(to, a, b, n);
            case MUL:
                return (to, a, b, c, n) -> ArithmeticLoops.mul(to, a, b, n);
            case DIV:
                return (to, a, b, c, n) -> ArithmeticLoops.div(to, a, b, n);
            case MAXIMUM:
                return (to, a, b, c, n) -> ArithmeticLoops.max(to, a, b, n);
            case MINIMUM:
                return (to, a, b, c, n) -> ArithmeticLoops.min(to, a, b, n);
            default:
                return (to, a, b, c, n) -> {
                    for (int i = 0; i < n; i++) {
                        to[i] = (float) op.apply(a[i], b[i]);
                    }
                };
        }
    }

    private static Loop compare(Compare op) {
        switch (op) {
            case EQUAL:
                return (to, a, b, c, n) -> ChoiceLoops.equal(to, a, b, n);
            case NOT_EQUAL:
                return (to, a, b, c, n) -> ChoiceLoops.notEqual(to, a, b, n);
            case GREATER:
                return (to, a, b, c, n) -> ChoiceLoops.greater(to, a, b, n);
            default:
                return (to, a, b, c, n) -> ChoiceLoops.greaterOrEqual(to, a, b, n);
        }
    }
}
