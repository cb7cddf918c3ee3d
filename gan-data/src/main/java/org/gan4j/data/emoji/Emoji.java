package org.gan4j.data.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Captions;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Tags;
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
 * @param tagged the number of tags in the field {@code tags}, the most frequent ones, such as {@code face} and {@code
 *     animal}; 0, the default, for no such field
 */
public record Emoji(Split split, boolean tags, int tagged) implements DataSource {
    private static final Field IMAGE =
            new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, EmojiAtlas.SIDE, EmojiAtlas.SIDE));

    /**
     * Takes the part TRAIN if none is given.
     *
     * @throws IllegalArgumentException if the number of tags is negative
     */
    public Emoji {
        if (tagged < 0) {
            throw new IllegalArgumentException("the number of tags must be at least 1, or 0 for none, not " + tagged);
        }
        split = split == null ? Split.TRAIN : split;
    }

    /** Creates emoji without the field {@code tags}. */
    public Emoji(Split split, boolean tags) {
        this(split, tags, 0);
    }

    /** Returns the emoji to train with. */
    public static Emoji embedded() {
        return of(Split.TRAIN);
    }

    /** Returns one part of the emoji. */
    public static Emoji of(Split part) {
        return new Emoji(part, false, 0);
    }

    /** Returns a copy with three captions of each image. */
    public Emoji withTags() {
        return new Emoji(split, true, tagged);
    }

    /**
     * Returns a copy with the field {@code tags}, of the most frequent tags.
     *
     * @param most the number of tags
     * @throws IllegalArgumentException if it is negative
     */
    public Emoji tagged(int most) {
        return new Emoji(split, tags, most);
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
        List<Column> columns =
                new ArrayList<>(List.of(new Pixels(IMAGE, levels), new Labels(labels), Captions.of(captions)));
        if (tagged > 0) {
            List<String> names =
                    Tags.mostFrequent(all.stream().map(EmojiEntry::tags).toList(), tagged);
            columns.add(Tags.of(entries.stream().map(EmojiEntry::tags).toList(), names));
        }
        return ColumnDataset.of(columns).withClasses(subgroups);
    }

    private List<String> captions(EmojiEntry entry) {
        if (!tags || entry.tags().isEmpty()) {
            return List.of(entry.label());
        }
        String described = String.join(", ", entry.tags());
        return List.of(entry.label(), entry.label() + ", " + described, described);
    }
}
