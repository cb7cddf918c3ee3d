package org.gan4j.tensor.io;

import org.gan4j.tensor.Shape;

/** The order of elements in which the first axis varies fastest, unlike in C order. */
final class FortranOrder {
    private FortranOrder() {}

    /** Returns the places in Fortran order of the elements of an array, which are given in C order. */
    static int[] places(Shape shape) {
        int[] places = new int[shape.size()];
        if (places.length == 0) {
            return places;
        }
        int stride = 1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int dim = shape.dim(axis);
            // from the end, so that the places of the axes before are still there
            for (int before = stride - 1; before >= 0; before--) {
                int place = places[before];
                for (int i = dim - 1; i >= 0; i--) {
                    places[before * dim + i] = place + i * stride;
                }
            }
            stride *= dim;
        }
        return places;
    }
}
