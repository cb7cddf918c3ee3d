package org.gan4j.tensor;

/** Shapes, axes or element types that do not fit together; thrown where the expression is built. */
public class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
