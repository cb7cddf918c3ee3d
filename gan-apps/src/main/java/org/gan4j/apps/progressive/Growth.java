package org.gan4j.apps.progressive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.architectures.progressive.Ladder;
import org.gan4j.tensor.Shape;

/**
 * The sizes that networks grow through (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>, section 2).
 * Training begins with small images; each larger size fades in, then the networks train at that size. The last size has
 * no end.
 *
 * @param start the height of the first images: that of the data, halved some times; 0 for the smallest that has 4 pixels
 *     or more in both directions, such as 4 for 32×32 and 7 for 28×28
 * @param stable the number of steps of each size but the last, at least 1; the last number holds for all further sizes;
 *     if there is none, nothing grows: training has one phase, at the size of the data
 * @param fade the number of steps of each size but the first in which it fades in, at least 1; the last number holds for
 *     all further sizes
 * @param batchSizes the batch size of each size; the last number holds for all further sizes; if there is none, that of
 *     the run
 */
public record Growth(int start, List<Integer> stable, List<Integer> fade, List<Integer> batchSizes) {
    private static final String FADE = "fade-";

    public Growth {
        stable = List.copyOf(stable);
        fade = List.copyOf(fade);
        batchSizes = List.copyOf(batchSizes);
    }

    /**
     * Returns one message per problem.
     *
     * @param application the name of the application, for messages
     * @param image the shape of the data's images
     */
    public List<String> problems(String application, Shape image) {
        List<String> problems = new ArrayList<>();
        if (image.rank() != 3) {
            problems.add("the application " + application + " grows images, channels×height×width; the data have shape "
                    + image + ": use data with images");
        } else if (start < 0 || start > 0 && heights(image).stream().noneMatch(height -> height == start)) {
            problems.add("the application " + application + " cannot start at a height of " + start + ": images of "
                    + image.dim(1) + "×" + image.dim(2) + " can be halved to the heights " + heights(image)
                    + "; choose one of them, or 0 for the smallest");
        }
        if (!stable.isEmpty() && fade.isEmpty()) {
            problems.add("the application " + application + " needs the number of steps in which a size fades in: give"
                    + " fade one number at least");
        }
        if (least(stable) < 1 || least(fade) < 1 || least(batchSizes) < 1) {
            problems.add("the application " + application + " needs numbers of at least 1 for stable, fade and"
                    + " batch-sizes, not " + stable + ", " + fade + " and " + batchSizes + ": choose larger ones");
        }
        if (problems.isEmpty()) {
            problems.addAll(unused(application, image));
        }
        return problems;
    }

    /** Returns one message per setting that has no effect. */
    private List<String> unused(String application, Shape image) {
        List<String> problems = new ArrayList<>();
        if (stable.isEmpty() && start != 0) {
            problems.add(
                    "the application " + application + " starts at " + start
                            + ", but has no steps of smaller sizes, so that nothing grows: set stable, such as [600], or start 0");
        }
        int sizes = sizes(image).size();
        if (stable.size() > Math.max(0, sizes - 1)
                || !stable.isEmpty() && fade.size() > sizes - 1
                || batchSizes.size() > sizes) {
            problems.add(
                    "the application " + application + " has " + sizes + " sizes, of which all but the last need stable"
                            + " steps, and all but the first fade; " + stable + ", " + fade + " and the batch sizes "
                            + batchSizes
                            + " are too many: leave some out");
        }
        return problems;
    }

    private static int least(List<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).min().orElse(1);
    }

    /** Returns the heights that an image can be halved to, the smallest first. */
    private static List<Integer> heights(Shape image) {
        return all(image).map(size -> size.dim(1)).toList();
    }

    private static Stream<Shape> all(Shape image) {
        Ladder ladder = Ladder.of(image);
        return IntStream.range(0, ladder.count()).mapToObj(index -> ladder.image(image.dim(0), index));
    }

    /** Returns the sizes of images of this shape, the smallest first. */
    List<Shape> sizes(Shape image) {
        int least = stable.isEmpty() ? image.dim(1) : start;
        return all(image).filter(size -> size.dim(1) >= least).toList();
    }

    /** Returns the stages of images of this shape, in order. */
    List<Stage> stages(Shape image) {
        List<Shape> sizes = sizes(image);
        List<Stage> stages = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < sizes.size(); i++) {
            OptionalInt batch = batchSizes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(of(batchSizes, i));
            String name = sizes.get(i).dim(1) + "x" + sizes.get(i).dim(2);
            if (i > 0) {
                int steps = of(fade, i - 1);
                stages.add(new Stage(FADE + name, i, sizes.get(i), begin, true, OptionalInt.of(steps), batch));
                begin += steps;
            }
            boolean last = i == sizes.size() - 1;
            OptionalInt steps = last ? OptionalInt.empty() : OptionalInt.of(of(stable, i));
            stages.add(new Stage(name, i, sizes.get(i), begin, false, steps, batch));
            begin += steps.orElse(0);
        }
        return stages;
    }

    private static int of(List<Integer> numbers, int index) {
        return numbers.get(Math.min(index, numbers.size() - 1));
    }

    /**
     * Returns a copy for phases of other lengths.
     *
     * @param lengths the number of steps of each phase but the last, by name
     */
    public Growth phases(Map<String, Integer> lengths) {
        return lengths.isEmpty() ? this : new Growth(start, of(lengths, false), of(lengths, true), batchSizes);
    }

    private static List<Integer> of(Map<String, Integer> byName, boolean fades) {
        return byName.keySet().stream()
                .filter(name -> name.startsWith(FADE) == fades)
                .sorted(Comparator.comparingInt(Growth::height))
                .map(byName::get)
                .toList();
    }

    private static int height(String phase) {
        String size = phase.startsWith(FADE) ? phase.substring(FADE.length()) : phase;
        return Integer.parseInt(size.substring(0, size.indexOf('x')));
    }
}
