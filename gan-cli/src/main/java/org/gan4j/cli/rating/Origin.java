package org.gan4j.cli.rating;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The origin of an item, which the page does not tell. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Origin.Sample.class, name = "sample"),
    @JsonSubTypes.Type(value = Origin.Real.class, name = "real"),
    @JsonSubTypes.Type(value = Origin.Repeat.class, name = "repeat"),
    @JsonSubTypes.Type(value = Origin.Noise.class, name = "noise")
})
public sealed interface Origin {
    /**
     * A generated sample.
     *
     * @param run the run, as it was named
     * @param step the number of steps that it was trained for
     * @param index the number of the sample, from 0
     */
    record Sample(String run, int step, int index) implements Origin {}

    /**
     * Real data.
     *
     * @param row the row of the data
     */
    record Real(int row) implements Origin {}

    /**
     * A control: an item that is shown a second time.
     *
     * @param of the id of the item
     */
    record Repeat(String of) implements Origin {}

    /**
     * A control: noise, which stands against a real item.
     *
     * @param of the id of the real item
     */
    record Noise(String of) implements Origin {}
}
