package org.gan4j.data.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Captions;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.api.data.Split;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Emoji of Google's Noto, which are included in this library: 1,636 images of 32×32 pixels on white, without flags and
 * skin tones. {@code image} is FLOAT [3, 32, 32] in [-1, 1], {@code label} is INT [], the subgroup in Unicode's list,
 * such as {@code animal-bird}, and {@code caption} is INT [], the index of its name, such as {@code red heart}.
 * They are in the order of a hash, so that the first few are of many kinds.
 *
 * <p>The split is by base emoji: a woman, a man and a person who surf are in the same part. 205 images are the part
 * TEST. Among them are a yellow and a black heart, a red and a purple circle, and a green and a white large square: each
 * color and each shape is in the part TRAIN, but not these pairs (only a hollow red circle).
 *
 * @param split the part; TRAIN by default
 * @param tags whether there are three samples of an image, with the captions {@code goat}, {@code goat, animal, farm, ...}
 *     and {@code animal, farm, ...}, for those images that have tags; by default there is one
 */
public record Emoji(Split split, boolean tags) implements DataSource {
    private static final Field IMAGE =
            new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, EmojiAtlas.SIDE, EmojiAtlas.SIDE));

    /** Takes the part TRAIN if none is given. */
    public Emoji {
        split = split == null ? Split.TRAIN : split;
    }

    /** Returns the emoji to train with. */
    public static Emoji embedded() {
        return of(Split.TRAIN);
    }

    /** Returns one part of the emoji. */
    public static Emoji of(Split part) {
        return new Emoji(part, false);
    }

    /** Returns a copy with three captions of each image. */
    public Emoji withTags() {
        return new Emoji(split, true);
    }

    @Override
    public String name() {
        return "emoji";
    }

    @Override
    public Optional<String> license() {
        return Optional.of("Noto Emoji: Apache License 2.0; names of Unicode CLDR: Unicode License v3");
    }

    @Override
    public String summary() {
        return "1,636 emoji in color with their names, 32×32, included in this library";
    }

    @Override
    public Dataset open() {
        List<EmojiEntry> all = EmojiEntry.all();
        List<String> subgroups =
                all.stream().map(EmojiEntry::subgroup).distinct().sorted().toList();
        List<EmojiEntry> entries = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        for (EmojiEntry entry : all) {
            for (String caption : split.has(entry.test()) ? captions(entry) : List.<String>of()) {
                entries.add(entry);
                captions.add(caption);
            }
        }
        byte[] levels = EmojiAtlas.read()
                .tiles(entries.stream().mapToInt(EmojiEntry::tile).toArray());
        int[] labels = entries.stream()
                .mapToInt(entry -> subgroups.indexOf(entry.subgroup()))
                .toArray();
        return ColumnDataset.of(List.of(new Pixels(IMAGE, levels), new Labels(labels), Captions.of(captions)))
                .withClasses(subgroups);
    }

    private List<String> captions(EmojiEntry entry) {
        if (!tags || entry.tags().isEmpty()) {
            return List.of(entry.label());
        }
        String described = String.join(", ", entry.tags());
        return List.of(entry.label(), entry.label() + ", " + described, described);
    }
}
