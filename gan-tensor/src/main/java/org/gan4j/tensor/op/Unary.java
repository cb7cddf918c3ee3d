package org.gan4j.tensor.op;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Elementwise functions without parameters, each with its definition and its gradient on one line. */
public enum Unary implements UnaryOp {
    NEG(x -> -x, (x, y, dy) -> dy.neg()),
    EXP(Math::exp, (x, y, dy) -> dy.mul(y)),
    LOG(Math::log, (x, y, dy) -> dy.div(x)),
    SQRT(Math::sqrt, (x, y, dy) -> dy.mul(0.5).div(y)),
    RSQRT(x -> 1 / Math.sqrt(x), (x, y, dy) -> dy.mul(-0.5).mul(y.mul(y).mul(y))),
    SQUARE(x -> x * x, (x, y, dy) -> dy.mul(x).mul(2)),
    ABS(Math::abs, (x, y, dy) -> dy.mul(x.sign())),
    SIGN(Math::signum, null),
    SIN(Math::sin, (x, y, dy) -> dy.mul(x.cos())),
    COS(Math::cos, (x, y, dy) -> dy.mul(x.sin()).neg()),
    FLOOR(Math::floor, null),
    TANH(Math::tanh, (x, y, dy) -> dy.mul(y.square().rsub(1))),
    SIGMOID(x -> 1 / (1 + Math.exp(-x)), (x, y, dy) -> dy.mul(y).mul(y.rsub(1))),
    SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), (x, y, dy) -> dy.mul(x.sigmoid())),
    ERF(ErrorFunction::of, (x, y, dy) -> dy.mul(x.square().neg().exp()).mul(2 / Math.sqrt(Math.PI)));

    private interface Rule {
        Tensor gradient(Tensor x, Tensor y, Tensor dy);
    }

    private final DoubleUnaryOperator function;
    private final Rule rule;

    Unary(DoubleUnaryOperator function, Rule rule) {
        this.function = function;
        this.rule = rule;
    }

    @Override
    public double apply(double x) {
        return function.applyAsDouble(x);
    }

    /** Step functions have derivative zero wherever they have one. */
    @Override
    public boolean differentiable(int input) {
        return rule != null;
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        return rule.gradient(x, y, dy);
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        DType dtype = inputs.get(0).dtype();
        boolean integersToo = this == NEG || this == ABS || this == SIGN || this == SQUARE;
        if (!dtype.isFloating() && !(dtype == DType.INT && integersToo)) {
            throw new ShapeException(label() + " needs floating-point numbers; this tensor is " + dtype + ": cast it");
        }
        return dtype;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
