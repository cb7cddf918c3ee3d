package org.gan4j.tensor.functions;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * Sums of products specified by naming axes, as NumPy's einsum for one or two tensors: {@code Einsum.of("bik,bkj->bij",
 * a, b)}. An axis that the result does not name is summed over.
 */
public final class Einsum {
    private final String left;
    private final String right;
    private final String result;

    private Einsum(String left, String right, String result) {
        this.left = left;
        this.right = right;
        this.result = result;
    }

    /**
     * Sums and reorders the axes of one tensor.
     *
     * @param formula one letter per axis: {@code "ij->ji"}
     * @throws ShapeException if the formula is not valid or does not fit the tensor
     */
    public static Tensor of(String formula, Tensor a) {
        String[] sides = sides(formula, 1);
        check(formula, sides[0], a);
        Tensor reduced = summed(a, sides[0], sides[1]);
        return ordered(reduced, kept(sides[0], sides[1]), sides[1], formula);
    }

    /**
     * Multiplies two tensors and sums over the axes that the result does not name.
     *
     * @param formula one letter per axis: {@code "bik,bkj->bij"}
     * @throws ShapeException if the formula is not valid or does not fit the tensors
     */
    public static Tensor of(String formula, Tensor a, Tensor b) {
        String[] sides = sides(formula, 2);
        String[] operands = sides[0].split(",", -1);
        check(formula, operands[0], a);
        check(formula, operands[1], b);
        Einsum einsum = new Einsum(operands[0], operands[1], sides[1]);
        for (char axis : einsum.left.toCharArray()) {
            int other = einsum.right.indexOf(axis);
            if (other >= 0
                    && a.shape().dim(einsum.left.indexOf(axis)) != b.shape().dim(other)) {
                throw new ShapeException("einsum " + formula + ": axis " + axis + " is "
                        + a.shape().dim(einsum.left.indexOf(axis)) + " long in " + a.shape() + " and "
                        + b.shape().dim(other) + " in " + b.shape());
            }
        }
        return einsum.product(formula, a, b);
    }

    /**
     * Computes a batched matrix product. Its axes are those of both operands and the result, of the left, of the right,
     * and those summed over.
     */
    private Tensor product(String formula, Tensor a, Tensor b) {
        Tensor x = summed(a, left, right + result);
        Tensor y = summed(b, right, left + result);
        String axesX = kept(left, right + result);
        String axesY = kept(right, left + result);
        String batch = kept(kept(axesX, axesY), result);
        String inner = without(kept(axesX, axesY), result);
        String rows = without(axesX, axesY);
        String columns = without(axesY, axesX);
        Tensor matrices = grouped(x, axesX, batch, rows, inner).matmul(grouped(y, axesY, batch, inner, columns));
        List<Long> dims = new ArrayList<>();
        for (char axis : batch.toCharArray()) {
            dims.add((long) x.shape().dim(axesX.indexOf(axis)));
        }
        for (char axis : rows.toCharArray()) {
            dims.add((long) x.shape().dim(axesX.indexOf(axis)));
        }
        for (char axis : columns.toCharArray()) {
            dims.add((long) y.shape().dim(axesY.indexOf(axis)));
        }
        Tensor unfolded =
                matrices.reshape(dims.stream().mapToLong(Long::longValue).toArray());
        return ordered(unfolded, batch + rows + columns, result, formula);
    }

    /** Permutes the axes into three groups and merges each into one axis. */
    private static Tensor grouped(Tensor x, String axes, String first, String second, String third) {
        String order = first + second + third;
        Tensor permuted = x.permute(order.chars().map(axes::indexOf).toArray());
        Shape s = permuted.shape();
        long[] dims = new long[3];
        int axis = 0;
        for (int group = 0; group < 3; group++) {
            int count = (group == 0 ? first : group == 1 ? second : third).length();
            dims[group] = 1;
            for (int i = 0; i < count; i++) {
                dims[group] *= s.dim(axis++);
            }
        }
        return permuted.reshape(dims);
    }

    private static Tensor ordered(Tensor x, String axes, String wanted, String formula) {
        if (axes.length() != wanted.length()) {
            throw new ShapeException("einsum " + formula + ": the result names an axis that no operand has");
        }
        return x.permute(wanted.chars().map(axes::indexOf).toArray());
    }

    /** The sum over the axes that are not needed. */
    private static Tensor summed(Tensor x, String axes, String needed) {
        int[] over = without(axes, needed).chars().map(axes::indexOf).toArray();
        return over.length == 0 ? x : x.sum(over);
    }

    private static String kept(String axes, String wanted) {
        return only(axes, wanted, true);
    }

    private static String without(String axes, String unwanted) {
        return only(axes, unwanted, false);
    }

    private static String only(String axes, String named, boolean contained) {
        StringBuilder some = new StringBuilder();
        for (char axis : axes.toCharArray()) {
            if ((named.indexOf(axis) >= 0) == contained) {
                some.append(axis);
            }
        }
        return some.toString();
    }

    private static String[] sides(String formula, int operands) {
        String plain = formula.replace(" ", "");
        String letters = "[a-zA-Z]*";
        if (!plain.matches(letters + (operands == 2 ? "," + letters : "") + "->" + letters)) {
            throw new ShapeException("einsum " + formula + " must look like "
                    + (operands == 2 ? "bik,bkj->bij" : "ij->ji") + ": one letter per axis");
        }
        String[] sides = plain.split("->", -1);
        if (sides[1].chars().distinct().count() != sides[1].length()) {
            throw new ShapeException("einsum " + formula + ": the result names an axis twice");
        }
        return sides;
    }

    private static void check(String formula, String axes, Tensor x) {
        if (axes.length() != x.shape().rank()) {
            throw new ShapeException("einsum " + formula + ": " + axes + " names " + axes.length()
                    + " axes, but the tensor is " + x.shape());
        }
        if (axes.chars().distinct().count() != axes.length()) {
            throw new ShapeException(
                    "einsum " + formula + ": " + axes + " names an axis twice; diagonals are not supported");
        }
    }
}
