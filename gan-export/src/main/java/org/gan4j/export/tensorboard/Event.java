package org.gan4j.export.tensorboard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * TensorFlow's message {@code Event} with the fields that TensorBoard shows, as {@code event.proto} and {@code
 * summary.proto} number them.
 */
final class Event {
    /** Fields of Event. */
    private static final int WALL_TIME = 1;

    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;
    /** Fields of Summary.Value. */
    private static final int TAG = 1;

    private static final int SIMPLE_VALUE = 2;
    private static final int IMAGE = 4;
    private static final int TENSOR = 8;
    private static final int METADATA = 9;
    /** Fields of Summary.Image. */
    private static final int HEIGHT = 1;

    private static final int WIDTH = 2;
    private static final int COLORSPACE = 3;
    private static final int ENCODED_IMAGE = 4;
    /** Fields of TensorProto. */
    private static final int DTYPE = 1;

    private static final int TENSOR_SHAPE = 2;
    private static final int STRING_VALUE = 8;
    private static final int DT_STRING = 7;
    /** The place of width, height and color type in a PNG file. */
    private static final int PNG_SIZE = 16;

    private static final int PNG_COLOR_TYPE = 25;
    private static final int PNG_RGB = 2;

    private Event() {}

    /** Returns the event that each file begins with. */
    static byte[] version(double time) {
        return new Message()
                .number(WALL_TIME, time)
                .text(FILE_VERSION, "brain.Event:2")
                .toByteArray();
    }

    /**
     * Returns the event of a start. TensorBoard takes the first of a folder for the beginning, and each later one for a restart:
     * it forgets what earlier files hold of this step and later ones.
     */
    static byte[] start(double time, int step) {
        return at(time, step).message(SESSION_LOG, new Message().number(1, 1)).toByteArray();
    }

    /** Returns an event of numbers by tag. */
    static byte[] scalars(double time, int step, Map<String, Double> numbers) {
        Message summary = new Message();
        numbers.forEach((tag, number) ->
                summary.message(1, new Message().text(TAG, tag).number(SIMPLE_VALUE, number.floatValue())));
        return at(time, step).message(SUMMARY, summary).toByteArray();
    }

    /** Returns an event of an image, which is a whole PNG file. */
    static byte[] image(double time, int step, String tag, byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png);
        Message image = new Message()
                .number(HEIGHT, header.getInt(PNG_SIZE + Integer.BYTES))
                .number(WIDTH, header.getInt(PNG_SIZE))
                .number(COLORSPACE, png[PNG_COLOR_TYPE] == PNG_RGB ? 3L : 1L)
                .bytes(ENCODED_IMAGE, png);
        return value(time, step, new Message().text(TAG, tag).message(IMAGE, image));
    }

    /** Returns an event of a text, which TensorBoard renders as Markdown. */
    static byte[] text(double time, int step, String tag, String markdown) {
        Message dimension = new Message().number(1, 1);
        Message tensor = new Message()
                .number(DTYPE, DT_STRING)
                .message(TENSOR_SHAPE, new Message().message(2, dimension))
                .bytes(STRING_VALUE, markdown.getBytes(StandardCharsets.UTF_8));
        Message metadata = new Message().message(1, new Message().text(1, "text"));
        return value(
                time, step, new Message().text(TAG, tag).message(TENSOR, tensor).message(METADATA, metadata));
    }

    private static byte[] value(double time, int step, Message value) {
        return at(time, step).message(SUMMARY, new Message().message(1, value)).toByteArray();
    }

    private static Message at(double time, int step) {
        return new Message().number(WALL_TIME, time).number(STEP, (long) step);
    }
}
