package org.gan4j.data.tables.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of URLs, of which none may contain a password. */
class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?password=secret8",
                "jdbc:postgresql://h/d?user=a&PassWord=secret8",
                "jdbc:postgresql://h/d?sslpassword=secret8",
                "jdbc:mysql://a:secret8@h/d",
                "jdbc:mysql://address=(host=h)(password = secret8)/d",
                "jdbc:mysql://h/d?p%61ssword=secret8",
                "jdbc:sqlserver://h;databaseName=d;password=secret8",
                "jdbc:h2:mem:x;PWD=secret8",
                "jdbc:oracle:thin:scott/secret8@//h:1521/d",
                "jdbc:snowflake://h?token=secret8",
                "JDBC:other:PASSWORD=secret8",
                "password=secret8"
            })
    void aPasswordIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseTable.of(url, "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the URL of the database contains a password, which would be written into files: remove it,"
                        + " and set the environment variable GAN_DATABASE_PASSWORD instead");
        assertThatThrownBy(() -> new DatabaseAccess(url, "", Optional::empty)).hasMessageContaining("remove it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host:5432/shop?user=app&ssl=true",
                "jdbc:mysql://app@host/shop",
                "jdbc:sqlserver://host:1433;databaseName=shop;user=app",
                "jdbc:oracle:thin:@//host:1521/shop",
                "jdbc:h2:./shop;USER=sa",
                "jdbc:sqlite:/home/me/shop.db",
                "jdbc:duckdb:"
            })
    void othersAreAccepted(String url) {
        assertThatCode(() -> DatabaseTable.of(url, "t")).doesNotThrowAnyException();
    }

    @Test
    void aTableNeedsAUrlAndAName() {
        assertThatThrownBy(() -> DatabaseTable.of("postgresql://h/d", "t"))
                .hasMessage("the URL of a database begins with jdbc:, such as jdbc:postgresql://host/database");
        assertThatThrownBy(() -> DatabaseTable.of("jdbc:h2:mem:x", " "))
                .hasMessage("the table of a database needs its name: table: customers");
        assertThatThrownBy(() -> new DatabaseTable("jdbc:h2:mem:x", "t", "", 0, null, null, null))
                .hasMessageContaining("from 1 to 100 modes");
    }

    @Test
    void aDatabaseWithoutADriverOrWithoutAFileIsRefused() {
        assertThatThrownBy(() -> DatabaseTable.of("jdbc:nothing://h/d", "t").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no JDBC driver for jdbc:nothing: put its jar into a folder, and name the folder by"
                                + " --plugins; or put it on the class path");
        assertThatThrownBy(() ->
                        DatabaseTable.of("jdbc:h2:./absent;IFEXISTS=TRUE", "t").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the database cannot be opened: Database ")
                .hasMessageEndingWith("; check the URL, and that the database runs");
        assertThat(DatabaseUrl.is(" jdbc:x")).isTrue();
        assertThat(DatabaseUrl.is("photos")).isFalse();
    }

    @Test
    void aDatabaseWithoutQuotesTakesPlainNamesAlone() {
        Quotes none = new Quotes("");
        assertThat(none.of("plain_1")).isEqualTo("plain_1");
        assertThatThrownBy(() -> none.of("a b")).hasMessageContaining("use letters, digits and underscores");
        assertThat(new Quotes("`").of("a`b\"c")).isEqualTo("`a``b\"c`");
        assertThatThrownBy(() -> new Quotes("\"").of("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
