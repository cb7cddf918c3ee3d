package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.data.numbers.CsvFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held-out tables, which have ranges of their own. */
class RescaledDatasetTest {
    @TempDir
    Path folder;

    private Dataset table(String name, String text) throws IOException {
        return CsvFile.of(Files.writeString(folder.resolve(name), text)).open();
    }

    @Test
    void equalValuesAreEqualNumbers() throws IOException {
        DataSchema learned = DataSchema.of(table("all.csv", "height,x\n0,-5\n1000,5\n250,0\n"));
        Dataset heldOut = table("some.csv", "height,x\n250,1\n500,-3\n");
        assertThat(heldOut.read(0, 1).get(Field.IMAGE).toFloats()).containsExactly(-1, 1, 1, -1);
        Dataset rescaled = RescaledDataset.of(heldOut, "some.csv", learned);
        // (250 - 500) / 500, 1 / 5, (500 - 500) / 500, -3 / 5
        assertThat(rescaled.read(0, 1).get(Field.IMAGE).toFloats())
                .containsExactly(new float[] {-0.5f, 0.2f, 0, -0.6f}, within(1e-7f));
        assertThat(rescaled.scales()).isEqualTo(learned.scales());
        assertThat(ReferenceData.heldOut(heldOut, "some.csv", List.of(), learned)
                        .read(new int[] {1}, 1)
                        .get(Field.IMAGE)
                        .toFloats())
                .containsExactly(new float[] {0, -0.6f}, within(1e-7f));
    }

    @Test
    void otherColumnsAreRefused() throws IOException {
        DataSchema learned = DataSchema.of(table("all.csv", "height,x\n0,-5\n1000,5\n"));
        Dataset swapped = table("swapped.csv", "x,height\n1,250\n-3,500\n");
        assertThatThrownBy(() -> RescaledDataset.of(swapped, "swapped.csv", learned))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the columns of swapped.csv are [x, height], and this GAN was trained on [height, x]: pass"
                        + " data with these columns, in this order");
    }

    @Test
    void dataWithoutScalesStayAsTheyAre() throws IOException {
        DataSchema learned = DataSchema.of(table("all.csv", "height,x\n0,-5\n1000,5\n"));
        Dataset plain = DataSource.of(new float[][] {{1, 2}}).open();
        assertThat(RescaledDataset.of(plain, "plain", learned)).isSameAs(plain);
    }
}
