package org.gan4j.tensor;

/** The exception for shapes, axes or element types that do not fit together, thrown where the expression is built. */
public class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
