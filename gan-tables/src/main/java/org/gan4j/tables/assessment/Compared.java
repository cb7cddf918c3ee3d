package org.gan4j.tables.assessment;

import java.util.Optional;
import java.util.function.Function;

/**
 * A measure of a synthetic table, next to the same measure of rows in its place.
 *
 * @param synthetic that of the synthetic table
 * @param heldOut that of real rows that were held out, if there are any: what a perfect generator would reach
 * @param independent that of real rows whose columns were shuffled, each on its own: what a generator reaches that knows no
 *     relations
 */
public record Compared<T>(T synthetic, Optional<T> heldOut, T independent) {
    /** Returns a number of each measure. */
    <R> Compared<R> map(Function<T, R> number) {
        return new Compared<>(number.apply(synthetic), heldOut.map(number), number.apply(independent));
    }
}
