package org.gan4j.api.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.api.data.Field;

/** A check that an architecture reads the inputs of a {@link NetworkSpec}. {@link Architecture#problems} calls it. */
public final class InputCheck {
    private InputCheck() {}

    /**
     * Validates the inputs of a generator from latents. Returns one message per problem.
     *
     * @param network the network in the messages, such as "DCGAN's generator"
     * @param conditions the names of the conditions that it reads
     */
    public static List<String> latents(String network, NetworkSpec spec, String... conditions) {
        List<String> problems = new ArrayList<>();
        Field main = spec.input();
        if (spec.latents().isEmpty()) {
            problems.add(network + " generates from a vector of latents, but its main input is " + described(main)
                    + ": choose a generator that reads " + main.name() + ", or an application that gives it latents");
        }
        problems.addAll(conditions(network, spec, conditions));
        return problems;
    }

    /**
     * Validates the inputs of a generator from samples, such as images. Returns one message per problem.
     *
     * @param network the network in the messages, such as "the U-Net"
     * @param conditions the names of the conditions that it reads
     */
    public static List<String> samples(String network, NetworkSpec spec, String... conditions) {
        List<String> problems = new ArrayList<>();
        if (spec.latents().isPresent()) {
            problems.add(
                    network + " generates from samples, but its main input is " + described(spec.input())
                            + ": choose a generator that reads latents, such as dcgan, or an application that gives it samples");
        }
        problems.addAll(conditions(network, spec, conditions));
        return problems;
    }

    /**
     * Validates that a network reads all conditions. Returns one message per condition that it would ignore.
     *
     * @param network the network in the messages, such as "DCGAN's critic"
     * @param read the names of the conditions that it reads
     */
    public static List<String> conditions(String network, NetworkSpec spec, String... read) {
        List<String> names = Arrays.asList(read);
        return spec.conditions().stream()
                .filter(condition -> !names.contains(condition.name()))
                .map(condition -> network + " would ignore the condition " + described(condition)
                        + ": choose an architecture that reads it")
                .toList();
    }

    private static String described(Field field) {
        return field.name() + " " + field.shape();
    }
}
