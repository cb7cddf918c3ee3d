package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.InMemoryData;
import org.gan4j.api.data.Transform;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

/** Held-out data of three images, for a GAN that was trained on images of the classes boot and shirt. */
class ReferenceDataTest {
    private static final Field IMAGE = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 2, 2));
    private static final Field LABEL = new Field(Field.LABEL, DType.INT, Shape.scalar());
    private static final DataSchema LEARNED = new DataSchema(List.of(IMAGE, LABEL), List.of("Boot", "Shirt"));

    private static InMemoryData images(int side) {
        return DataSource.of(new float[3][side * side], 1, side, side);
    }

    private static Map<String, TensorData> read(Dataset data) {
        return ReferenceData.heldOut(data, "others", List.of(), LEARNED).read(new int[] {0, 1, 2}, 5);
    }

    private record Named(Dataset data, List<String> classes) implements Dataset {
        @Override
        public List<Field> fields() {
            return data.fields();
        }

        @Override
        public int size() {
            return data.size();
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            return data.read(indices);
        }
    }

    private static Dataset labeled(List<String> classes, int... labels) {
        return new Named(images(2).withLabels(labels).open(), classes);
    }

    @Test
    void classesAreMatchedByName() {
        assertThat(read(labeled(List.of("shirt", "boot"), 0, 1, 0))
                        .get(Field.LABEL)
                        .toInts())
                .containsExactly(1, 0, 1);
    }

    @Test
    void classesWithoutNamesAreMatchedByNumber() {
        assertThat(read(labeled(List.of("0", "1"), 0, 1, 0)).get(Field.LABEL).toInts())
                .containsExactly(0, 1, 0);
    }

    @Test
    void unknownClassesAreAProblemOnlyIfTheyAreRead() {
        Map<String, TensorData> rows = read(labeled(List.of("boot", "hat"), 0, 1, 0));
        assertThat(rows.get(Field.IMAGE).shape()).isEqualTo(IMAGE.batch(3));
        assertThatThrownBy(() -> rows.get(Field.LABEL))
                .hasMessage("the data have a class hat, which this GAN has not learned; it has learned Boot, Shirt");
    }

    @Test
    void tagsAreMatchedByName() {
        Dataset data = images(2)
                .withTags(List.of(List.of("hat"), List.of("bow", "smile"), List.of()))
                .open();
        assertThat(data.tags()).containsExactly("bow", "hat", "smile");
        Field two = new Field(Field.TAGS, DType.FLOAT, Shape.of(2));
        DataSchema learned = new DataSchema(List.of(IMAGE, two), List.of()).withTags(List.of("smile", "hat"));
        Map<String, TensorData> rows =
                ReferenceData.heldOut(data, "others", List.of(), learned).read(new int[] {0, 1, 2}, 5);
        assertThat(rows.get(Field.TAGS).toFloats()).containsExactly(0, 1, 1, 0, 0, 0);
        DataSchema other = learned.withTags(List.of("beard", "hat"));
        Map<String, TensorData> unlike =
                ReferenceData.heldOut(data, "others", List.of(), other).read(new int[] {0}, 5);
        assertThat(unlike.containsKey(Field.TAGS)).isFalse();
        assertThatThrownBy(() -> unlike.get(Field.TAGS)).hasMessageStartingWith("the data do not tell the tag beard");
        assertThat(read(data).get(Field.TAGS).shape()).isEqualTo(Shape.of(3, 3)); // of a GAN without tags
    }

    @Test
    void aMissingFieldIsAProblemOnlyIfItIsRead() {
        Map<String, TensorData> rows = read(images(2).open());
        assertThat(rows.get(Field.IMAGE).shape()).isEqualTo(IMAGE.batch(3));
        assertThatThrownBy(() -> rows.get(Field.LABEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the data others have no field label, which the evaluation of this GAN needs; they have"
                        + " [image]: pass data with that field");
    }

    @Test
    void aFieldOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> read(images(3).open()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the field image of others is FLOAT [1, 3, 3], and this GAN was trained on FLOAT [1, 2, 2]:"
                        + " pass data of that form; a folder of images is read so with --size 2 --gray");
    }

    /** A transform that records how it is used. */
    private record Noted(String name, boolean isRandom, List<String> used) implements Transform {
        @Override
        public TensorData apply(TensorData images, Philox random) {
            used.add(name);
            return images;
        }
    }

    @Test
    void transformsAreAppliedUnlessTheyAreRandom() {
        List<String> used = new ArrayList<>();
        List<Transform> transforms = List.of(new Noted("shift", true, used), new Noted("blur", false, used));
        ReferenceData.heldOut(images(2).open(), "others", transforms, LEARNED).read(new int[] {0}, 5);
        ReferenceData.trainedOn(images(2).open(), "own", transforms).read(new int[] {0}, 5);
        assertThat(used).containsExactly("blur", "blur");
    }
}
