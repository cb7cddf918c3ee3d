package org.gan4j.tensor.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The contents of a safetensors file and their positions: JSON such as
 * {@code {"weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}}.
 *
 * @param entries the tensors in the order of their data, which follow each other without gap or overlap
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final Set<String> ENTRY_KEYS = Set.of("dtype", "shape", "data_offsets");

    /** One tensor; its data are the bytes {@code begin} (inclusive) to {@code end} (exclusive) after the header. */
    record Entry(String name, StoredType type, Shape shape, long begin, long end) {}

    /** The number of bytes of data after the header. */
    long dataBytes() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
    }

    /**
     * Lists tensors with wide elements first and those of equal width by name, as the format's own library does. Thus
     * every tensor begins at a multiple of its element size, without which PyTorch cannot map it.
     */
    static SafetensorsHeader of(Map<String, TensorData> tensors, Map<String, String> metadata) {
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("a tensor cannot be called " + METADATA + ": give it another name");
        }
        Comparator<String> byWidth = Comparator.comparing(
                name -> -StoredType.of(tensors.get(name).dtype()).bytes());
        List<Entry> entries = new ArrayList<>();
        long at = 0;
        for (String name : tensors.keySet().stream()
                .sorted(byWidth.thenComparing(Comparator.naturalOrder()))
                .toList()) {
            TensorData data = tensors.get(name);
            StoredType type = StoredType.of(data.dtype());
            long end = at + (long) data.shape().size() * type.bytes();
            entries.add(new Entry(name, type, data.shape(), at, end));
            at = end;
        }
        return new SafetensorsHeader(entries, metadata);
    }

    ByteBuffer encode() {
        List<String> parts = new ArrayList<>();
        if (!metadata.isEmpty()) {
            parts.add(new TreeMap<>(metadata)
                    .entrySet().stream()
                            .map(entry -> HeaderJson.quote(entry.getKey()) + ":" + HeaderJson.quote(entry.getValue()))
                            .collect(Collectors.joining(",", HeaderJson.quote(METADATA) + ":{", "}")));
        }
        for (Entry entry : entries) {
            String shape = Arrays.stream(entry.shape().dims())
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(",", "[", "]"));
            parts.add(HeaderJson.quote(entry.name()) + ":{\"dtype\":\"" + entry.type() + "\",\"shape\":" + shape
                    + ",\"data_offsets\":[" + entry.begin() + "," + entry.end() + "]}");
        }
        String json = "{" + String.join(",", parts) + "}";
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
        } catch (CharacterCodingException problem) {
            throw new IllegalArgumentException("a name or the metadata contain an unpaired surrogate", problem);
        }
    }

    static SafetensorsHeader decode(ByteBuffer bytes) {
        String json;
        try {
            json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException problem) {
            throw new IllegalArgumentException("its header is not UTF-8", problem);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        HeaderJson.parse(json).forEach((name, value) -> {
            if (name.equals(METADATA)) {
                object(name, value).forEach((key, text) -> metadata.put((String) key, text(name, text)));
            } else {
                entries.add(entry(name, object(name, value)));
            }
        });
        entries.sort(Comparator.comparing(Entry::begin).thenComparing(Entry::end));
        checkContiguous(entries);
        return new SafetensorsHeader(entries, metadata);
    }

    private static Entry entry(String name, Map<?, ?> fields) {
        if (!fields.keySet().equals(ENTRY_KEYS)) {
            throw new IllegalArgumentException(
                    "the tensor " + name + " should have dtype, shape and data_offsets, not " + fields.keySet());
        }
        StoredType type;
        Shape shape;
        try {
            type = StoredType.ofSafetensors(text(name, fields.get("dtype")));
            shape = Shape.of(numbers(name, fields.get("shape")));
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw new IllegalArgumentException("the tensor " + name + ": " + problem.getMessage(), problem);
        }
        long[] offsets = numbers(name, fields.get("data_offsets"));
        long bytes = (long) shape.size() * type.bytes();
        if (offsets.length != 2 || offsets[1] - offsets[0] != bytes) {
            throw new IllegalArgumentException("the tensor " + name + " of type " + type + " and shape " + shape
                    + " has " + bytes + " bytes, which the offsets " + Arrays.toString(offsets) + " do not span");
        }
        return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private static void checkContiguous(List<Entry> entries) {
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin() != at) {
                throw new IllegalArgumentException("the data of the tensor " + entry.name() + " begin at "
                        + entry.begin() + ", which " + (entry.begin() < at ? "overlaps others" : "leaves a gap")
                        + ": they should begin at " + at);
            }
            at = entry.end();
        }
    }

    private static Map<?, ?> object(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("the header's entry " + name + " is not an object");
    }

    private static String text(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the header's entry " + name + " holds " + value + " in place of a string");
    }

    private static long[] numbers(String name, Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(Long.class::isInstance)) {
            return list.stream().mapToLong(Long.class::cast).toArray();
        }
        throw new IllegalArgumentException(
                "the header's entry " + name + " holds " + value + " in place of a list of whole numbers");
    }
}
