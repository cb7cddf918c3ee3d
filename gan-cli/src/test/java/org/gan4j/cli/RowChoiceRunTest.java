package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.apps.tabular.Tabular;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.TableFile;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that keep conditions and rules, and rows of related tables, as the command makes them. */
class RowChoiceRunTest {
    @TempDir
    private Path folder;

    private Path customers;
    private Path orders;

    @BeforeEach
    void write() throws IOException {
        customers = Files.writeString(
                folder.resolve("customers.csv"),
                "customer_id,region,country,low,high\n"
                        + IntStream.range(0, 60)
                                .mapToObj(i -> "K%03d,%s,%s,%d,%d\n"
                                        .formatted(
                                                i,
                                                List.of("north", "south", "east")
                                                        .get(i % 3),
                                                List.of("A", "B", "A").get(i % 3),
                                                i % 7,
                                                i % 7 + i % 11))
                                .collect(Collectors.joining()));
        orders = Files.writeString(
                folder.resolve("orders.csv"),
                "order_id,customer_id,express\n"
                        + IntStream.range(0, 90)
                                .mapToObj(i -> "%d,K%03d,%s\n".formatted(i + 1, i * i % 60, i % 4 == 0 ? "yes" : "no"))
                                .collect(Collectors.joining()));
    }

    private Path trained(String name, Tabular application, DataSource data) {
        Path run = folder.resolve(name);
        try (Gan gan = Gan.builder()
                .application(application)
                .data(data)
                .generator(Mlp.generator().latent(4).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16))
                .batchSize(16)
                .engine("reference")
                .seed(9)
                .runDirectory(run)
                .build()) {
            gan.train(steps(2));
        }
        return run;
    }

    private List<List<String>> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    @Test
    void rowsMeetAConditionAndAreTheSameHoweverTheyAreDivided() throws IOException {
        Path run = trained("run", Tabular.ctgan(), TableFile.of(customers));
        Path out = folder.resolve("south.csv");
        String where = "region = 'south' and low < 4";
        assertThat(gan("synthesize", run, "--rows", 40, "--where", where, "--out", out)
                        .code())
                .isZero();
        assertThat(cells(out)).hasSize(40).allSatisfy(row -> {
            assertThat(row.get(1)).isEqualTo("south");
            assertThat(Integer.parseInt(row.get(3))).isLessThan(4);
        });
        assertThat(cells(out).stream().map(row -> row.get(0))).doesNotHaveDuplicates();
        try (Gan gan = Gan.load(run)) {
            TableSampler south =
                    gan.as(TableSampler.class).where("region = 'south'").where("low < 4");
            assertThat(south.rows(9, 10, 30)).isEqualTo(cells(out).subList(10, 40));
            assertThat(south.weights(Weights.LATEST).rows(9, 3, 1).get(0).get(1))
                    .isEqualTo("south");
        }
        assertThat(gan("synthesize", run, "--where", "region = 'atlantic'", "--out", out)
                        .err())
                .isEqualTo(
                        "gan: the column region never has the value 'atlantic'; it has 3 categories: east, north, south\n");
        assertThat(gan("synthesize", run, "--where", "low > 6", "--out", out).err())
                .startsWith("gan: of 2000 attempts at row 0, none keeps [low > 6]: the GAN makes next to no such rows");
    }

    @Test
    void rowsKeepTheRulesOfTheirTable() throws IOException {
        Path run = trained(
                "ruled", Tabular.ctgan(), TableFile.of(customers).keeping("low <= high", "fixed region + country"));
        Path out = folder.resolve("rows.csv");
        assertThat(gan("synthesize", run, "--rows", 50, "--out", out).code()).isZero();
        assertThat(cells(out)).hasSize(50).allSatisfy(row -> {
            assertThat(Integer.parseInt(row.get(3))).isLessThanOrEqualTo(Integer.parseInt(row.get(4)));
            assertThat(row.get(2)).isEqualTo(row.get(1).equals("south") ? "B" : "A");
        });
        Files.writeString(customers, Files.readString(customers).replace("K000,north,A", "K000,north,B"));
        assertThat(gan("train", "--resume", run, "--steps", 3).err()).contains("hold other values now");
    }

    @Test
    void childrenReferToTheParentsThatAreMadeWithThem() throws IOException {
        Path parents =
                trained("parents", Tabular.ctgan(), TableFile.of(customers).parentOf("orders.csv#customer_id"));
        Path children =
                trained("children", Tabular.ctgan(), TableFile.of(orders).childOf("customers.csv#customer_id"));
        Path out = folder.resolve("c.csv");
        Path childOut = folder.resolve("o.csv");
        Ran ran = gan("synthesize", parents, "--rows", 40, "--out", out, "--child", children + "=" + childOut);
        assertThat(ran.err()).isEmpty();
        assertThat(Files.readAllLines(out).get(0)).isEqualTo("customer_id,region,country,low,high");
        assertThat(Files.readAllLines(childOut).get(0)).isEqualTo("order_id,customer_id,express");
        List<String> keys = cells(out).stream().map(row -> row.get(0)).toList();
        assertThat(keys).hasSize(40).doesNotHaveDuplicates();
        assertThat(cells(childOut)).isNotEmpty().allSatisfy(row -> assertThat(keys)
                .contains(row.get(1)));
        try (Gan gan = Gan.load(parents)) {
            TableSampler sampler = gan.as(TableSampler.class);
            int count = sampler.columns().indexOf("orders.count");
            assertThat(sampler.rows(9, 0, 40).stream()
                            .mapToInt(row -> Integer.parseInt(row.get(count)))
                            .sum())
                    .isEqualTo(cells(childOut).size());
        }
        assertThat(gan("synthesize", children, "--out", childOut).err())
                .contains("the rows of this table refer to those of a parent table");
        try (Gan gan = Gan.load(children)) {
            TableSampler sampler = gan.as(TableSampler.class);
            // what is given decides about rows of the same numbers
            List<List<String>> north = sampler.rowsFor(9, 0, Collections.nCopies(40, List.of("north", "A", "0", "0")));
            List<List<String>> south = sampler.rowsFor(9, 0, Collections.nCopies(40, List.of("south", "B", "6", "16")));
            assertThat(north).isNotEqualTo(south);
            assertThat(sampler.rowsFor(9, 5, Collections.nCopies(3, List.of("north", "A", "0", "0"))))
                    .isEqualTo(north.subList(5, 8));
        }
        assertThat(gan("synthesize", parents, "--rows", 4, "--out", out, "--child", children + "=" + out)
                        .err())
                .isEqualTo("gan: " + out + " is given for two tables: name another file for one of them\n");
        assertThat(gan("synthesize", parents, "--rows", 4, "--out", out, "--child", parents + "=" + childOut)
                        .err())
                .contains("the table customers refers to no other");
    }

    @Test
    void aTargetIsLearnedByAClassifierOfItsOwn() {
        Path run = trained("target", Tabular.ctgan().predicting("region"), TableFile.of(customers));
        assertThat(run.resolve("metrics.jsonl"))
                .content()
                .contains("loss.classifier")
                .contains("loss.generator.target");
        assertThatThrownBy(() -> trained("x", Tabular.ctgan().predicting("regio"), TableFile.of(customers)))
                .hasMessageContaining("has the target regio, which is no column of categories or of yes and no; did you"
                        + " mean region?");
    }
}
