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
import java.util.stream.IntStream;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Scale;
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
        assertThat(source("0,0.5\n1,0\n").open().size()).isEqualTo(2);
        assertThat(values(source("0,1,0.5\n1,0,0\n").withColumns("3", "1"))).containsExactly(0.5f, 0, 0, 1);
        CsvFile numbers = source("1,2\n0,1\n1,0\n");
        assertThat(new CsvFile(numbers.path(), List.of(), "", Header.PRESENT, ",", Scaling.NONE)
                        .open()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theUnitsOfColumnsAreKnown() throws IOException {
        CsvFile data = source("height,kind,x\n0,a,-5\n1000,b,5\n").withLabel("kind");
        assertThat(data.open().scales()).containsExactly(new Scale("height", 500, 500), new Scale("x", 0, 5));
        assertThat(data.withScaling(Scaling.NONE).open().scales())
                .containsExactly(new Scale("height", 0, 1), new Scale("x", 0, 1));
        // the population standard deviation of 1 and 5 is 2, that of 4 and 4 is 0
        assertThat(source("1,4\n5,4\n").withScaling(Scaling.STANDARD).open().scales())
                .containsExactly(new Scale("", 3, 2), new Scale("", 4, 1));
        assertThat(source("0,7\n1,9\n").withScaling(Scaling.NONE).open().scales())
                .isEmpty();
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
        Dataset counted = source("a,kind\n0,1\n1,0\n0,2\n").withLabel("kind").open();
        assertThat(counted.classes()).containsExactly("0", "1", "2");
        assertThat(labels(counted)).containsExactly(1, 0, 2);
        Dataset sparse =
                source("a,kind\n0,100\n1,3\n0,7\n0,100\n").withLabel("kind").open();
        assertThat(sparse.classes()).containsExactly("3", "7", "100");
        assertThat(labels(sparse)).containsExactly(2, 0, 1, 2);
        Dataset zeros = source("a,kind\n0,010\n1,0002\n").withLabel("kind").open();
        assertThat(zeros.classes()).containsExactly("0002", "010");
    }

    @Test
    void classesAreToldApartExactly() throws IOException {
        Dataset data =
                source("a,kind\n0,Dog\n1,dog\n0,3\n0,3d\n").withLabel("kind").open();
        assertThat(data.classes()).containsExactly("3", "3d", "Dog", "dog");
        assertThat(labels(data)).containsExactly(2, 3, 0, 1);
    }

    @Test
    void whatIsNoClassIsRefused() throws IOException {
        for (String wrong : List.of("-1", "1.5", "1e3", "2.0", "NaN", "-inf", ".5")) {
            rejects(
                    "a,kind\n0,0\n1," + wrong + "\n",
                    csv -> csv.withLabel("kind"),
                    "line 3: the label '" + wrong + "'");
        }
        rejects("a,kind\n0,7\n1,07\n", csv -> csv.withLabel("kind"), "labels 07 and 7, which are the same number");
    }

    @Test
    void aFirstLineThatMayBeEitherIsRefused() throws IOException {
        for (String either : List.of(
                "0,1\n0.3,0.7\n",
                "1,2,3\n0.3,0.7,1\n",
                "0\n0.3\n",
                "0,1,kind\n0.3,0.7,dog\n",
                "x,1\n0.3,0.7\n",
                "5.1,oops\n1,2\n",
                "1,,2.5\n1,2,3\n",
                "nan\n1\n",
                "Infinity,x\n1,2\n",
                "?,dog\n1,cat\n",
                "\"0,5\"\n1\n",
                "0x1F\n1\n",
                "2f,3f\n1,2\n")) {
            rejects(either, csv -> csv, "may be names or a sample");
        }
        CsvFile numbers = source("2019,2020\n0,1\n");
        assertThat(with(numbers, Header.AUTO).open().size()).isEqualTo(2);
        CsvFile counted = source("0,1\n0.3,0.7\n");
        assertThat(values(with(counted, Header.PRESENT))).containsExactly(0.3f, 0.7f);
        assertThat(values(with(counted, Header.PRESENT).withColumns("1"))).containsExactly(0.7f);
        assertThat(values(with(counted, Header.ABSENT))).containsExactly(0, 1, 0.3f, 0.7f);
        assertThat(labels(source("0.5,dog\n1,cat\n").withLabel("2").open())).containsExactly(1, 0);
    }

    @Test
    void aColumnWithoutANameIsNotLostSilently() throws IOException {
        rejects(",x,y\n0,1,2\n1,3,4\n", csv -> csv, "column 1 of", "has no name");
        assertThat(values(source(",x,y\n0,1,0\n1,0,1\n").withColumns("x", "y"))).containsExactly(1, 0, 0, 1);
        assertThat(values(source(",x,y\n0,1,0\n1,0,1\n").withColumns("", "y"))).containsExactly(0, 0, 1, 1);
    }

    @Test
    void largeNumbersAreScaledBeforeTheyAreRounded() throws IOException {
        assertThat(values(source("t\n1700000001\n1700000002\n1700000003\n"))).containsExactly(-1, 0, 1);
    }

    @Test
    void textsThatManyProgramsWriteAreRead() throws IOException {
        assertThat(values(source("x,\"a\nb\"\r\n+0.5,-.5\r\n1.,1E0\r\n"))).containsExactly(0.5f, -0.5f, 1, 1);
        CsvFile tabs = source("x\ty\n0.5\t1\n");
        assertThat(values(new CsvFile(tabs.path(), List.of(), "", Header.AUTO, "\t", Scaling.NONE)))
                .containsExactly(0.5f, 1);
        CsvFile semicolons = source("x;y\n0.5;1\n");
        assertThat(values(new CsvFile(semicolons.path(), List.of(), "", Header.AUTO, ";", Scaling.NONE)))
                .containsExactly(0.5f, 1);
    }

    @Test
    void theFileIsNamed() throws IOException {
        assertThat(source("x\n0.5\n").open().files()).containsExactly(new DataFile("x.csv", 6));
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
        for (String wrong : List.of("1e999", "-Infinity", "nan", "0x1p3", "1_000", "١", "1 2", "--1", "NA")) {
            rejects(
                    "a,b\n1,2\n1," + wrong + "\n",
                    csv -> csv,
                    "line 3, column b: '" + wrong + "' is not a finite number");
        }
        rejects("a,b\n1,\"0,5\"\n", csv -> csv, "line 2, column b: '0,5'", "a decimal point in place of the comma");
        rejects("a\tb\n1\t2\n", csv -> csv, "the separator, which does not seem to be a comma");
        rejects("a;kind\n1;2\n", csv -> csv.withLabel("kind"), "the separator, which does not seem to be a comma");
        rejects("a,b\n0,5;1,5\n", csv -> csv, "has 3 cells, but the first line has 2");
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

    private void rejects(String text, UnaryOperator<CsvFile> change, String... messages) throws IOException {
        CsvFile source = change.apply(source(text));
        assertThatIllegalArgumentException()
                .isThrownBy(source::open)
                .withMessageContaining("x.csv")
                .withMessageContainingAll(messages);
    }

    private static CsvFile with(CsvFile source, Header header) {
        return new CsvFile(source.path(), List.of(), "", header, ",", Scaling.NONE);
    }

    private static int[] labels(Dataset data) {
        return data.read(IntStream.range(0, data.size()).toArray()).get("label").toInts();
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
