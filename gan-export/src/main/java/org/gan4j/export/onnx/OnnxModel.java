package org.gan4j.export.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.tensor.io.AtomicFile;

/** A function as a model of ONNX, ready to be written. Immutable. */
public final class OnnxModel {
    private static final int BUFFER = 1 << 20;

    private final ModelProto model;
    private final String function;
    private final List<ModelInput> inputs;

    OnnxModel(ModelProto model, String function, List<ModelInput> inputs) {
        this.model = model;
        this.function = function;
        this.inputs = List.copyOf(inputs);
    }

    /** Returns the name of the function. */
    public String function() {
        return function;
    }

    /** Returns the inputs. An input that the function ignores is none of the model. */
    public List<ModelInput> inputs() {
        return inputs;
    }

    /** Returns the name of the output. */
    public String output() {
        return model.getGraph().getOutput(0).getName();
    }

    /** Returns what the file says about its origin, by key. */
    public Map<String, String> metadata() {
        return model.getMetadataPropsList().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey(), entry -> entry.getValue()));
    }

    /** Returns the length of the file in bytes. */
    public int size() {
        return model.getSerializedSize();
    }

    /** Returns the content of the file. */
    public byte[] bytes() {
        return model.toByteArray();
    }

    /**
     * Writes or replaces a file.
     *
     * @param file a name that ends in .onnx
     * @throws IllegalArgumentException if it does not, or is a folder
     * @throws org.gan4j.tensor.io.StorageException if there is no room for it; the file is then unchanged
     * @throws java.io.UncheckedIOException if writing fails otherwise; the file is then unchanged
     */
    public void write(Path file) {
        requireName(file);
        AtomicFile.write(file, channel -> {
            CodedOutputStream out = CodedOutputStream.newInstance(Channels.newOutputStream(channel), BUFFER);
            write(out);
        });
    }

    private void write(CodedOutputStream out) throws IOException {
        out.useDeterministicSerialization();
        model.writeTo(out);
        out.flush();
    }

    /**
     * Requires that a file can be written under this name.
     *
     * @throws IllegalArgumentException if it does not end in .onnx, or is a folder
     */
    public static void requireName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".onnx")) {
            throw new IllegalArgumentException(
                    "cannot write ONNX as " + file + ": pass a name that ends in .onnx, such as generator.onnx");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder: pass the name of a file");
        }
    }

    /** Returns the inputs and the output, such as {@code latents float [batch, 100] → samples float [batch, 1, 28, 28]}. */
    @Override
    public String toString() {
        return inputs.stream().map(input -> input.name() + " " + input.text()).collect(Collectors.joining(", ")) + " → "
                + output() + " " + lengths();
    }

    private List<String> lengths() {
        return model.getGraph().getOutput(0).getType().getTensorType().getShape().getDimList().stream()
                .map(dim -> dim.hasDimParam() ? dim.getDimParam() : String.valueOf(dim.getDimValue()))
                .toList();
    }
}
