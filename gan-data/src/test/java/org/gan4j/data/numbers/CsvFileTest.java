package org.gan4j.data.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.api.data.Dataset;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreVectors() throws IOException {
        Dataset data = source("x,y\n0.5,-1\n1e-1, 0.25 \r\n\n\"1\",0\n").open();
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.field("image").shape()).isEqualTo(Shape.of(2));
        assertThat(data.read(0, 1, 2).get("image"))
                .isEqualTo(TensorData.of(new float[] {0.5f, -1, 0.1f, 0.25f, 1, 0}, Shape.of(3, 2)));
    }

    @Test
    void namesOfColumnsMayBeMissing() throws IOException {
        assertThat(source("0,1\n1,0\n").open().size()).isEqualTo(2);
        assertThat(values(source("0,1,0.5\n1,0,0\n").withColumns("3", "1"))).containsExactly(0.5f, 0, 0, 1);
        CsvFile numbers = source("1,2\n0,1\n1,0\n");
        assertThat(new CsvFile(numbers.path(), List.of(), "", Header.PRESENT, ",", Scaling.NONE)
                        .open()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsNotPartOfAName() throws IOException {
        assertThat(values(source("\uFEFFx,y\n1,0\n").withColumns("x"))).containsExactly(1);
    }

    @Test
    void aColumnOfWordsCanBeTheLabel() throws IOException {
        Dataset data = source("a,kind,b\n0,dog,1\n1,cat,1\n0,dog,0\n")
                .withLabel("kind")
                .open();
        assertThat(data.classes()).containsExactly("cat", "dog");
        assertThat(data.read(0, 1, 2).get("label").toInts()).containsExactly(1, 0, 1);
        assertThat(data.read(0, 1, 2).get("image").toFloats()).containsExactly(0, 1, 1, 1, 0, 0);
    }

    @Test
    void aColumnOfNumbersCanBeTheLabel() throws IOException {
        Dataset data = source("a,kind\n0,12\n1,3\n").withLabel("kind").open();
        assertThat(data.classes()).isEmpty();
        assertThat(data.read(0, 1).get("label").toInts()).containsExactly(12, 3);
    }

    @Test
    void columnsAreScaledEachByItself() throws IOException {
        CsvFile source = source("a,b\n0,100\n4,300\n1,500\n");
        assertThat(values(source)).containsExactly(-1, -1, 1, 0, -0.5f, 1);
        assertThat(values(source.withScaling(Scaling.NONE))).containsExactly(0, 100, 4, 300, 1, 500);
    }

    @Test
    void invalidNumbersAreReportedByLineAndColumn() throws IOException {
        rejects("a,b\n1,2\n\n3,four\n", csv -> csv, "line 4, column b: 'four' is not a finite number");
        rejects("a,b\n1,2\n3,\n", csv -> csv, "line 3, column b: '' is not a finite number");
        rejects("a,b\n1,2\n3,NaN\n", csv -> csv, "line 3, column b: 'NaN'");
        rejects("a,b\n1,1e99\n", csv -> csv, "line 2, column b: '1e99'");
        rejects("a,b\n1,2f\n", csv -> csv, "line 2, column b: '2f'");
        rejects("a;b\n1;2\n", csv -> csv, "the separator, which does not seem to be a comma");
        rejects("a,kind\n1,x\n2,\n", csv -> csv.withLabel("kind"), "line 3: the label is missing");
    }

    @Test
    void rejectsInvalidFiles() throws IOException {
        rejects("a,b\n1,2\n3\n", csv -> csv, "line 3, has 1 cells, but the first line has 2");
        rejects("a,b\n1,2\n", csv -> csv.withLabel("c"), "has no column c; it has [a, b]");
        rejects("a\n1\n", csv -> csv.withLabel("a"), "no column but the label");
        rejects("a,b\n", csv -> csv, "no lines after its header");
        rejects("", csv -> csv, "is empty");
        rejects("a,a\n1,2\n", csv -> csv, "two columns of the same name");
        rejects("a,b\n1,\"2\n", csv -> csv, "is not a valid CSV file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.of(folder.resolve("none.csv")).open())
                .withMessageContaining("there is no CSV file");
        Path latin = Files.write(folder.resolve("latin.csv"), "ä,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.of(latin).open())
                .withMessageContaining("is not UTF-8 text");
    }

    private void rejects(String text, UnaryOperator<CsvFile> change, String message) throws IOException {
        CsvFile source = change.apply(source(text));
        assertThatIllegalArgumentException()
                .isThrownBy(source::open)
                .withMessageContaining("x.csv")
                .withMessageContaining(message);
    }

    private CsvFile source(String text) throws IOException {
        return CsvFile.of(Files.writeString(folder.resolve("x.csv"), text));
    }

    private static float[] values(CsvFile source) {
        Dataset data = source.open();
        int[] all = new int[data.size()];
        Arrays.setAll(all, i -> i);
        return data.read(all).get("image").toFloats();
    }
}
