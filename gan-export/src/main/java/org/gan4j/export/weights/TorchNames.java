package org.gan4j.export.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of modules in the state dict of a known PyTorch program, for the layers of our architectures.
 *
 * @param origin the program, for people
 * @param naming the names
 */
record TorchNames(String origin, Naming naming) {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)((?:/.*)?)");

    /** Names modules. */
    @FunctionalInterface
    interface Naming {
        /**
         * Returns the name of the module that a layer is there, or an empty text if there is none.
         *
         * @param layer the path of the layer in the network, such as {@code up1}
         * @param all the paths of all layers
         */
        String module(String layer, Set<String> all);
    }

    /** Returns all known names; our own are the first. */
    static List<TorchNames> known() {
        return List.of(
                new TorchNames("Gan4J", (layer, all) -> layer.replace('/', '.')),
                new TorchNames("the DCGAN of pytorch/examples", TorchNames::dcgan),
                new TorchNames("Lornatang/SRGAN-PyTorch", TorchNames::trunk),
                new TorchNames("leftthomas/SRGAN", TorchNames::blocks));
    }

    /** Returns the name of the module of each layer, by its path; empty if the program has no such network. */
    Optional<Map<String, String>> modules(Set<String> layers) {
        Map<String, String> modules = new TreeMap<>();
        layers.forEach(layer -> modules.put(layer, naming.module(layer, layers)));
        boolean complete = layers.stream()
                .allMatch(layer -> layer.isEmpty() || !modules.get(layer).isEmpty());
        return complete ? Optional.of(modules) : Optional.empty();
    }

    /** Generator: convolution, normalization, ReLU, ...; critic: the same, but no normalization after the first one. */
    private static String dcgan(String layer, Set<String> all) {
        Numbered part = Numbered.of(layer);
        int i = part.number;
        return switch (part.name) {
            case "project", "down" -> "main." + Math.max(0, 3 * i - 1);
            case "up" -> "main." + 3 * i;
            case "norm" -> "main." + (3 * i + (all.contains("project") ? 1 : 0));
            case "picture" -> "main." + 3 * (count("up", all) + 1);
            case "score" -> "main." + (3 * count("down", all) - 1);
            default -> "";
        };
    }

    private static String trunk(String layer, Set<String> all) {
        Numbered part = Numbered.of(layer);
        int i = part.number - 1;
        return switch (part.name + part.rest) {
            case "first/conv" -> "conv1.0";
            case "first/prelu" -> "conv1.1";
            case "body/block/conv1" -> "trunk." + i + ".rcb.0";
            case "body/block/norm1" -> "trunk." + i + ".rcb.1";
            case "body/block/prelu" -> "trunk." + i + ".rcb.2";
            case "body/block/conv2" -> "trunk." + i + ".rcb.3";
            case "body/block/norm2" -> "trunk." + i + ".rcb.4";
            case "body/conv" -> "conv2.0";
            case "body/norm" -> "conv2.1";
            case "up/conv" -> "upsampling." + i + ".upsample_block.0";
            case "up/prelu" -> "upsampling." + i + ".upsample_block.2";
            case "image" -> "conv3";
            default -> "";
        };
    }

    private static String blocks(String layer, Set<String> all) {
        Numbered part = Numbered.of(layer);
        int i = part.number;
        int blocks = count("body/block", all);
        String end = "block" + (blocks + 3) + ".";
        return switch (part.name + part.rest) {
            case "first/conv" -> "block1.0";
            case "first/prelu" -> "block1.1";
            case "body/block/conv1", "body/block/conv2", "body/block/prelu" ->
                "block" + (i + 1) + part.rest.replace('/', '.');
            case "body/block/norm1" -> "block" + (i + 1) + ".bn1";
            case "body/block/norm2" -> "block" + (i + 1) + ".bn2";
            case "body/conv" -> "block" + (blocks + 2) + ".0";
            case "body/norm" -> "block" + (blocks + 2) + ".1";
            case "up/conv", "up/prelu" -> end + (i - 1) + part.rest.replace('/', '.');
            case "image" -> end + count("up", all);
            default -> "";
        };
    }

    /** Returns how many layers, or groups of layers, have a name with a number. */
    private static int count(String name, Set<String> all) {
        return (int) all.stream()
                .map(Numbered::of)
                .filter(each -> each.name.equals(name))
                .map(Numbered::number)
                .distinct()
                .count();
    }

    /** A path such as body/block3/conv1, without its first number: body/block, 3, /conv1. */
    private record Numbered(String name, int number, String rest) {
        static Numbered of(String path) {
            Matcher found = NUMBERED.matcher(path);
            return found.matches()
                    ? new Numbered(found.group(1), Integer.parseInt(found.group(2)), found.group(3))
                    : new Numbered(path, 0, "");
        }
    }
}
