package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.smooth;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Windows;

/**
 * Examples of convolutions over one to three axes (strided, dilated, grouped, padded unevenly, with a remainder), and
 * of transposed convolutions.
 */
final class ConvolutionExamples {
    private static final Windows SEQUENCE = Windows.over(1);
    private static final Windows IMAGE = Windows.over(2);
    private static final Windows VIDEO = Windows.over(3);

    private final List<OpExample> examples = new ArrayList<>();

    private ConvolutionExamples() {}

    static List<OpExample> all() {
        ConvolutionExamples all = new ConvolutionExamples();
        all.sequences();
        all.images();
        all.videos();
        all.transposes();
        return all.examples;
    }

    private void sequences() {
        conv("of sequences, strided, with a remainder", SEQUENCE.stride(2), 1, dims(2, 2, 6), dims(3, 2, 3));
        conv("of sequences, dilated and padded", SEQUENCE.dilation(3).padding(2), 1, dims(1, 2, 5), dims(2, 2, 2));
        conv(
                "of sequences, padded before: causal",
                SEQUENCE.padding(List.of(2), List.of(0)),
                1,
                dims(1, 1, 5),
                dims(2, 1, 3));
        conv("of sequences, in groups", SEQUENCE.padding(1), 2, dims(1, 4, 3), dims(2, 2, 3));
        conv("of sequences, depthwise", SEQUENCE.stride(2), 3, dims(2, 3, 5), dims(6, 1, 2));
    }

    private void images() {
        conv("of images", IMAGE, 1, dims(2, 3, 3, 2), dims(2, 3, 2, 1));
        conv("of images, by strides that differ", IMAGE.stride(2, 3).padding(1), 1, dims(1, 2, 5, 7), dims(1, 2, 3, 4));
        conv(
                "of images, dilated and padded unevenly",
                IMAGE.dilation(2, 1).padding(List.of(1, 0), List.of(2, 1)),
                1,
                dims(1, 2, 4, 3),
                dims(3, 2, 2, 3));
        conv("of images, in groups", IMAGE.stride(2, 1).padding(1), 2, dims(1, 4, 3, 3), dims(6, 2, 2, 3));
        conv(
                "of images, depthwise with a multiplier",
                IMAGE.stride(1, 2).dilation(2, 1).padding(1),
                3,
                dims(1, 3, 4, 4),
                dims(6, 1, 2, 3));
        conv("of images, of one channel in one group", IMAGE, 1, dims(1, 1, 3, 3), dims(1, 1, 3, 3));
        examples.add(smooth(
                "Convolutions.conv",
                "of images, without groups",
                in -> Convolutions.conv(in.get(0), in.get(1), IMAGE.padding(1, 0)),
                Points.signed(1, 1, 2, 3, 3),
                Points.signed(2, 2, 2, 2, 2)));
    }

    private void videos() {
        conv("of videos", VIDEO.padding(1, 0, 1), 1, dims(1, 2, 2, 3, 2), dims(2, 2, 2, 2, 3));
        conv(
                "of videos, strided, dilated and padded unevenly",
                VIDEO.stride(2, 1, 2).dilation(1, 2, 1).padding(List.of(1, 0, 1), List.of(0, 2, 0)),
                1,
                dims(1, 1, 4, 3, 3),
                dims(2, 1, 2, 2, 2));
        conv("of videos, depthwise", VIDEO.stride(1, 2, 1), 2, dims(1, 2, 3, 3, 2), dims(4, 1, 2, 2, 1));
        conv("of videos, in groups", VIDEO, 2, dims(1, 4, 2, 2, 2), dims(2, 2, 1, 2, 2));
    }

    private void transposes() {
        back("of sequences", SEQUENCE.stride(3).padding(1), 1, dims(2, 2, 3), dims(2, 3, 4), 2);
        back("of sequences, dilated", SEQUENCE.dilation(2), 1, dims(1, 2, 3), dims(2, 1, 3));
        back("of images", IMAGE.stride(2).padding(1), 1, dims(1, 2, 2, 3), dims(2, 2, 4, 4));
        back("of images, with more", IMAGE.stride(2, 3).padding(1, 0), 1, dims(1, 2, 3, 2), dims(2, 1, 3, 2), 1, 2);
        back(
                "of images, padded unevenly",
                IMAGE.stride(2).padding(List.of(1, 0), List.of(0, 1)),
                1,
                dims(1, 1, 3, 2),
                dims(1, 2, 3, 3));
        back("of images, in groups", IMAGE.stride(2, 1).dilation(1, 2), 2, dims(1, 4, 2, 2), dims(4, 2, 2, 2));
        back("of images, depthwise", IMAGE.stride(2).padding(1), 3, dims(1, 3, 2, 3), dims(3, 1, 3, 2), 1);
        back("of videos", VIDEO.stride(2, 1, 2), 1, dims(1, 2, 2, 1, 2), dims(2, 1, 2, 2, 3), 1, 0, 1);
        back("of videos, in groups", VIDEO.padding(0, 1, 0), 2, dims(1, 2, 1, 3, 2), dims(2, 2, 2, 2, 1));
    }

    private void conv(String label, Windows windows, int groups, long[] x, long[] weights) {
        examples.add(smooth(
                "Convolutions.conv",
                label,
                in -> Convolutions.conv(in.get(0), in.get(1), windows, groups),
                Points.signed(1, x),
                Points.signed(2, weights)));
    }

    private void back(String label, Windows windows, int groups, long[] x, long[] weights, int... more) {
        examples.add(smooth(
                "Convolutions.convTranspose",
                label,
                in -> Convolutions.convTranspose(in.get(0), in.get(1), windows, groups, more),
                Points.signed(1, x),
                Points.signed(2, weights)));
    }

    private static long[] dims(long... dims) {
        return dims;
    }
}
