package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.apps.tabular.Tabular;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.TableFile;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of rows that the command writes into databases. */
class DatabaseRowsCommandTest {
    @TempDir
    Path folder;

    private Path run;
    private String url;

    @BeforeEach
    void train() throws IOException {
        StringBuilder rows = new StringBuilder("id,kind,age,since\n");
        for (int i = 0; i < 60; i++) {
            rows.append("%d,%s,%s,2024-05-%02d%n"
                    .formatted(700 + i, "abc".charAt(i % 3), i % 10 == 0 ? "" : "" + (20 + i % 37), 1 + i % 28));
        }
        run = folder.resolve("run");
        try (Gan gan = Gan.builder()
                .application(Tabular.ctgan())
                .data(TableFile.of(Files.writeString(folder.resolve("customers.csv"), rows)))
                .generator(Mlp.generator().latent(4).layers(1).width(4))
                .critic(Mlp.critic().layers(1).width(4))
                .batchSize(8)
                .engine("reference")
                .runDirectory(run)
                .build()) {
            gan.train(steps(1));
            gan.train(steps(1));
        }
        url = "jdbc:h2:" + folder.resolve("shop");
    }

    private List<String> table(String name) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM \"" + name + "\" ORDER BY \"id\"")) {
            while (rows.next()) {
                String age = rows.getString(3);
                lines.add(String.join(
                        ",", rows.getString(1), rows.getString(2), age == null ? "" : age, rows.getString(4)));
            }
        }
        return lines;
    }

    @Test
    void theRowsOfTheTableAreThoseOfTheFile() throws Exception {
        Path file = folder.resolve("rows.csv");
        gan("synthesize", run, "--rows", 2500, "--out", file);
        List<String> lines = Files.readAllLines(file);
        assertThat(gan("synthesize", run, "--rows", 1200, "--to", url, "--table", "new"))
                .isEqualTo(new Ran(0, "1,200 rows after step 2: new\n", ""));
        assertThat(table("new")).isEqualTo(lines.subList(1, 1201));
        assertThat(gan("synthesize", run, "--rows", 2500, "--to", url, "--table", "new"))
                .isEqualTo(
                        new Ran(0, "1,300 rows after step 2: new, which had 1,200 rows of an earlier command\n", ""));
        assertThat(table("new")).isEqualTo(lines.subList(1, 2501));
        assertThat(gan("synthesize", run, "--rows", 2500, "--to", url, "--table", "new"))
                .isEqualTo(new Ran(
                        0,
                        "new is complete: it has 2,500 rows of this run already; to add more, pass a larger number by"
                                + " --rows\n",
                        ""));

        for (Object[] other : new Object[][] {{"--seed", "5"}, {"--latest"}, {"--step", "1"}}) {
            List<Object> args = new ArrayList<>(List.of("synthesize", run, "--to", url, "--table", "new"));
            args.addAll(List.of(other));
            Ran refused = gan(args.toArray());
            if (refused.code() == 0 || !refused.err().contains("no checkpoint of step")) {
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err()).startsWith("gan: the table PUBLIC.new has 2500 rows of ");
            }
        }
        assertThat(table("new")).hasSize(2500);
        assertThat(gan("train", "--resume", run, "--steps", 3).code()).isZero();
        assertThat(gan("synthesize", run, "--to", url, "--table", "new").err())
                .startsWith(
                        "gan: the table PUBLIC.new has 2500 rows of other weights, settings or another condition (step 2, seed 1, usual weights),"
                                + " and this command makes others (step 3, seed 1, usual weights): ");
    }

    @Test
    void aTargetIsAFileOrATable() {
        assertThat(gan("synthesize", run))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: the rows need a target: pass a CSV file by --out, or a database by --to and --table\n"));
        Path file = folder.resolve("rows.csv");
        assertThat(gan("synthesize", run, "--out", file, "--to", url, "--table", "t")
                        .err())
                .isEqualTo("gan: --out and --to are two targets: pass one of them\n");
        assertThat(gan("synthesize", run, "--out", file, "--table", "t").err())
                .isEqualTo("gan: --table applies to a database: pass its URL by --to, such as"
                        + " jdbc:postgresql://host/database\n");
        assertThat(gan("synthesize", run, "--out", file, "--append").err()).startsWith("gan: --append applies to");
        assertThat(gan("synthesize", run, "--to", url).err())
                .isEqualTo("gan: the table of a database needs its name: --table customers_synthetic\n");
        assertThat(gan("synthesize", run, "--to", "photos", "--table", "t").err())
                .isEqualTo("gan: the URL of a database begins with jdbc:, such as jdbc:postgresql://host/database\n");
        Ran guarded = gan("synthesize", run, "--to", url + ";pwd=Tr0ub4dor", "--table", "t", "--stacktrace");
        assertThat(guarded.code()).isEqualTo(2);
        assertThat(guarded.err()).contains("GAN_DATABASE_PASSWORD").doesNotContain("Tr0ub4dor");
    }

    @Test
    void rowsOfOthersStay() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"old\" (\"id\" INT, \"kind\" VARCHAR(9), \"age\" INT, \"since\" DATE)");
            statement.execute("INSERT INTO \"old\" VALUES (1, 'x', 1, DATE '2020-01-01')");
        }
        assertThat(gan("synthesize", run, "--to", url, "--table", "old"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: the table PUBLIC.old has rows already: pass --append to add rows to them, or name another"
                                + " table\n"));
        assertThat(gan("synthesize", run, "--rows", 7, "--to", url, "--table", "old", "--append")
                        .out())
                .isEqualTo("7 rows after step 2: old\n");
        assertThat(table("old")).hasSize(8).startsWith("1,x,1,2020-01-01");
    }
}
