package org.gan4j.export.tensorboard;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.tensor.io.StorageException;

/**
 * The steps that the event files of a folder hold.
 *
 * @param folder the folder, which need not exist
 */
record LoggedSteps(Path folder) {
    private static final int STEP = 2;

    /**
     * Returns the last step; 0 if there is none.
     *
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    int last() {
        for (Path file : EventFile.newestFirst(folder)) {
            int last = last(file);
            if (last > 0) {
                return last;
            }
        }
        return 0;
    }

    /** Returns the largest step of a file, up to a record that the end of the program cut off. */
    private static int last(Path file) {
        long last = 0;
        try (FileInputStream opened = new FileInputStream(file.toFile());
                DataInputStream in = new DataInputStream(new BufferedInputStream(opened))) {
            long left = opened.getChannel().size() - TfRecord.AROUND;
            while (left >= 0) {
                long length = Long.reverseBytes(in.readLong());
                if (length < 0 || length > left) {
                    break;
                }
                in.skipNBytes(Integer.BYTES);
                last = Math.max(last, step(in.readNBytes(Math.toIntExact(length))));
                in.skipNBytes(Integer.BYTES);
                left -= length + TfRecord.AROUND;
            }
            return Math.toIntExact(last);
        } catch (IOException | ArithmeticException failed) {
            throw StorageException.of(file, failed instanceof IOException io ? io : new IOException(failed));
        }
    }

    private static long step(byte[] event) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(event);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == STEP) {
                return in.readInt64();
            }
            in.skipField(tag);
        }
        return 0;
    }
}
