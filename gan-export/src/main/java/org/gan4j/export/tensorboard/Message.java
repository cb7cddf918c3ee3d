package org.gan4j.export.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A Protocol Buffers message that is written field by field. */
final class Message {
    private final ByteString.Output bytes = ByteString.newOutput();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Writing {
        void run() throws IOException;
    }

    Message number(int field, long value) {
        return write(() -> out.writeInt64(field, value));
    }

    Message number(int field, float value) {
        return write(() -> out.writeFloat(field, value));
    }

    Message number(int field, double value) {
        return write(() -> out.writeDouble(field, value));
    }

    Message text(int field, String value) {
        return write(() -> out.writeString(field, value));
    }

    Message bytes(int field, byte[] value) {
        return write(() -> out.writeByteArray(field, value));
    }

    Message message(int field, Message value) {
        return write(() -> out.writeBytes(field, value.toByteString()));
    }

    private Message write(Writing field) {
        try {
            field.run();
            return this;
        } catch (IOException impossible) { // memory takes every byte
            throw new UncheckedIOException(impossible);
        }
    }

    private ByteString toByteString() {
        write(out::flush);
        return bytes.toByteString();
    }

    byte[] toByteArray() {
        return toByteString().toByteArray();
    }
}
