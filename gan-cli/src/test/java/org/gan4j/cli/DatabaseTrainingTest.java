package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of GANs that learn tables of databases. */
class DatabaseTrainingTest {
    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void write() throws SQLException {
        url = "jdbc:h2:" + folder.resolve("shop");
        try (Connection connection = DriverManager.getConnection(url, "app", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (id INT PRIMARY KEY, kind VARCHAR(9), age INT, since DATE)");
            for (int i = 0; i < 60; i++) {
                statement.execute("INSERT INTO customers VALUES (%d, '%s', %s, DATE '2024-05-%02d')"
                        .formatted(
                                700 + i, "abc".charAt(i % 3), i % 10 == 0 ? "NULL" : "" + (20 + i % 37), 1 + i % 28));
            }
        }
    }

    private Path experiment(String data) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), """
                application: tabular
                generator: {name: mlp, latent: 4, layers: 1, width: 4}
                critic: {name: mlp, layers: 1, width: 4}
                data: %s
                batch-size: 8
                engine: reference
                steps: 1
                """.formatted(data));
    }

    @Test
    void aTableOfADatabaseIsLearnedAndResumed() throws IOException {
        Path run = folder.resolve("run");
        Ran trained =
                gan("train", experiment("table"), "--data", url, "--table", "customers", "--user", "app", "--out", run);
        assertThat(trained).returns("", Ran::err).returns(0, Ran::code);
        assertThat(run.resolve("experiment.yaml"))
                .content()
                .contains("name: database", "url: " + url, "table: customers", "user: app", "form: \"700\"")
                .doesNotContain("password");
        assertThat(gan("train", "--resume", run, "--steps", 2)).returns("", Ran::err);

        Path same = folder.resolve("same");
        gan("train", run.resolve("experiment.yaml"), "--steps", 2, "--out", same);
        assertThat(same.resolve("checkpoints/step-000002.safetensors"))
                .hasSameBinaryContentAs(run.resolve("checkpoints/step-000002.safetensors"));
    }

    @Test
    void aUrlAndATableBelongTogether() throws IOException {
        Path experiment = experiment("table");
        assertThat(gan("train", experiment, "--data", url))
                .isEqualTo(new Ran(2, "", "gan: a database has several tables: name one by --table\n"));
        assertThat(gan("train", experiment, "--table", "customers"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: --table applies to a database: pass its URL by --data, such as"
                                + " jdbc:postgresql://host/database\n"));
        assertThat(gan("train", experiment, "--data", "emoji", "--user", "me").err())
                .startsWith("gan: --user applies to a database");
        assertThat(gan("train", experiment, "--data", "database").err())
                .isEqualTo("gan: data of the kind database need the URL of a database: pass it, such as --data"
                        + " jdbc:postgresql://host/database --table customers\n");
        assertThat(gan("train", experiment, "--data", url, "--table", "customers", "--size", "8")
                        .err())
                .contains("--size and --gray apply to a folder of images only");
    }

    @Test
    void badInputIsASentence() throws IOException {
        Path run = folder.resolve("run");
        assertThat(gan(
                        "train",
                        experiment("table"),
                        "--data",
                        url,
                        "--table",
                        "custmers",
                        "--user",
                        "app",
                        "--out",
                        run))
                .returns(2, Ran::code)
                .returns("gan: the database has no table custmers; did you mean CUSTOMERS?\n", Ran::err);
        assertThat(gan(
                        "train",
                        experiment("table"),
                        "--data",
                        url,
                        "--table",
                        "customers",
                        "--user",
                        "eve",
                        "--out",
                        run))
                .returns(2, Ran::code)
                .satisfies(ran -> assertThat(ran.err())
                        .startsWith("gan: the database refuses the user or the password: Wrong user name or password"));
        assertThat(gan("train", experiment("table"), "--data", "jdbc:absent:x", "--table", "t", "--out", run))
                .returns(2, Ran::code)
                .satisfies(ran -> assertThat(ran.err())
                        .startsWith("gan: there is no JDBC driver for jdbc:absent: put its jar into a folder"));
        assertThat(run).doesNotExist();
    }

    @Test
    void aPasswordIsNeverRepeated() throws IOException {
        String guarded = url + ";PASSWORD=Tr0ub4dor";
        Path run = folder.resolve("run");
        for (Ran refused : new Ran[] {
            gan("train", experiment("table"), "--data", guarded, "--out", run),
            gan("train", experiment("table"), "--data", guarded, "--table", "t", "--out", run, "--stacktrace"),
            gan("train", experiment("table"), "--data", "{name: database, url: '" + guarded + "'}", "--out", run),
            gan("train", experiment("{name: database, url: '" + guarded + "', table: t}"), "--out", run),
            gan("train", experiment("database"), "--set", "data.url=" + guarded, "--out", run),
            gan("evaluate", "--data", guarded, "--held-out", guarded, run)
        }) {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out() + refused.err()).isNotEmpty().doesNotContain("Tr0ub4dor");
        }
        assertThat(run).doesNotExist();
    }

    /** A jar with a driver and nothing else; {@code DriverManager} would not find it. */
    @Test
    void aDriverMayLieInTheFolderOfPlugins() throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        CompiledJar.of(plugins.resolve("driver.jar"), Driver.class, "Fake", """
                public class Fake implements java.sql.Driver {
                    public boolean acceptsURL(String url) { return url.startsWith("jdbc:fake:"); }
                    public java.sql.Connection connect(String url, Properties given) throws java.sql.SQLException {
                        return java.sql.DriverManager.getConnection(url.replace("fake", "h2"), given);
                    }
                    public int getMajorVersion() { return 1; }
                    public int getMinorVersion() { return 0; }
                    public boolean jdbcCompliant() { return false; }
                    public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties given) { return null; }
                    public java.util.logging.Logger getParentLogger() { return null; }
                }
                """);
        String fake = url.replace("jdbc:h2", "jdbc:fake");
        Path experiment = experiment("table");
        Object[] train = {
            "train", experiment, "--data", fake, "--table", "customers", "--user", "app", "--out", folder.resolve("run")
        };
        assertThat(gan(train).err()).startsWith("gan: there is no JDBC driver for jdbc:fake");
        Object[] with = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(train), java.util.stream.Stream.of("--plugins", plugins))
                .toArray();
        assertThat(gan(with)).returns("", Ran::err).returns(0, Ran::code);
    }
}
