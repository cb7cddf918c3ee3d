package org.gan4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.RowPlace;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableEncoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedTablesTest {
    @TempDir
    private Path folder;

    private Path customers;
    private Path orders;

    @BeforeEach
    void write() throws IOException {
        customers = Files.writeString(folder.resolve("customers.csv"), """
                customer_id,region,age
                C1,north,30
                C2,south,41
                C3,north,55
                C4,south,30
                """);
        orders = Files.writeString(folder.resolve("orders.csv"), """
                order_id,amount,customer_id
                1,10.5,C2
                2,3.25,C1
                3,7.75,C2
                """);
    }

    private static TableEncoding encoding(TableSource file) {
        try (Dataset data = file.open()) {
            return data.table().orElseThrow();
        }
    }

    @Test
    void aChildHasTheColumnsOfItsParentGivenAndLastInItsVectors() {
        TableFile file = TableFile.of(orders).childOf(customers + "#customer_id");
        TableEncoding table = encoding(file);
        assertThat(table.names())
                .containsExactly("order_id", "amount", "customer_id", "customers.region", "customers.age");
        assertThat(table.given()).containsExactly("customers.region", "customers.age");
        assertThat(table.schema().column("customer_id").type())
                .isEqualTo(new ColumnType.Reference("customers", "customer_id"));
        assertThat(table.choices()).isEmpty();
        int given = table.width() - table.madeWidth();
        float[] end = table.encodeGiven(List.of("south", "41"), new RowPlace(1, 0));
        assertThat(end).hasSize(given);
        try (Dataset data = file.open()) {
            float[] whole = data.read(0).get(Field.IMAGE).toFloats();
            // the first order is that of C2, of the south
            assertThat(whole[table.madeWidth()]).isEqualTo(end[0]);
            assertThat(whole[table.madeWidth() + 1]).isEqualTo(end[1]);
            assertThat(data.files()).hasSize(2);
        }
    }

    @Test
    void aParentCountsItsChildren() {
        TableEncoding table = encoding(TableFile.of(customers).parentOf("orders.csv#customer_id"));
        TableColumn count = table.schema().column("orders.count");
        assertThat(count.role()).isEqualTo(TableColumn.Role.COUNT);
        assertThat(count.type()).isEqualTo(new ColumnType.Numbers(0, true, 0, 2));
        assertThat(table.schema().column("customer_id").type()).isInstanceOf(ColumnType.Identifiers.class);
        assertThat(table.given()).isEmpty();
    }

    @Test
    void columnsOfOtherNamesAreNamed() throws IOException {
        Files.writeString(orders, "n,customer,amount\n1,C2,3.5\n2,C2,4.5\n3,C4,9.5\n");
        assertThat(encoding(TableFile.of(orders).childOf("customers.csv#customer=customer_id"))
                        .schema()
                        .column("customer")
                        .type())
                .isEqualTo(new ColumnType.Reference("customers", "customer_id"));
    }

    private void refused(TableSource file, String message) {
        assertThatThrownBy(file::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatDoesNotFitIsNamed() throws IOException {
        refused(TableFile.of(orders).childOf("clients.csv#customer_id"), "there is no CSV file clients.csv");
        refused(
                TableFile.of(orders).childOf("customers.csv#client"),
                "has no column client, by which tables are related");
        refused(TableFile.of(orders).childOf("customers.csv#customer_id=region"), "have the same region, north");
        Files.writeString(orders, "order_id,amount,customer_id\n1,10.5,C2\n2,3.25,C9\n");
        refused(
                TableFile.of(orders).childOf("customers.csv#customer_id"),
                "row 2 of the child table has the customer_id 'C9', which no row of " + customers + " has");
        assertThatThrownBy(() -> TableFile.of(orders).childOf("customers.csv"))
                .hasMessageContaining("'customers.csv' does not say how tables are related");
        assertThatThrownBy(() -> TableFile.of(orders).childOf("customers.csv#a").parentOf("customers.csv#a"))
                .hasMessageContaining("either a parent or children");
        refused(TableFile.embedded().parentOf("orders.csv#id"), "the included table is related to no other");
    }

    @Test
    void keysOfSeveralFormsStayDifferent() throws IOException {
        Files.writeString(
                customers,
                "customer_id,age\n"
                        + IntStream.rangeClosed(1, 300)
                                .mapToObj(i -> "K" + i + "," + i % 60 + "\n")
                                .collect(Collectors.joining()));
        Files.writeString(orders, "order_id,amount,customer_id\n1,10.5,K2\n2,3.5,K300\n");
        TableEncoding table = encoding(TableFile.of(customers).parentOf("orders.csv#customer_id"));
        float[] row = new float[table.width()];
        assertThat(IntStream.range(0, 3000)
                        .mapToObj(i -> table.decode(row, new RowPlace(7, i)).get(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aColumnOfTheParentMayBeLeftOut() {
        assertThat(encoding(TableFile.of(orders)
                                .childOf("customers.csv#customer_id")
                                .holding("customers.region=text"))
                        .given())
                .containsExactly("customers.age");
    }

    @Test
    void rowsWithoutKeysAreNamed() throws IOException {
        Files.writeString(orders, "order_id,amount,customer_id\n1,10.5,C2\n2,3.25,\n");
        refused(
                TableFile.of(orders).childOf("customers.csv#customer_id"),
                "row 2 of the child table has no customer_id");
        refused(
                TableFile.of(customers).parentOf("orders.csv#customer_id"),
                "row 2 of the child table has no customer_id");
        Files.writeString(customers, "customer_id,region,age\nC2,north,30\n,south,41\n");
        refused(
                TableFile.of(orders).childOf("customers.csv#customer_id"),
                "has no customer_id, by which tables are related");
    }

    @Test
    void rulesAreCheckedWithTheRows() throws IOException {
        Path trips = Files.writeString(folder.resolve("trips.csv"), """
                city,state,left,back
                Albany,NY,2024-01-02,2024-01-05
                Boston,MA,2024-01-03,
                Albany,NY,2024-02-02,2024-02-02
                """);
        TableEncoding kept = encoding(TableFile.of(trips).keeping("\"left\" <= back", "fixed city + state"));
        assertThat(kept.schema().rules()).hasSize(2);
        assertThat(kept.schema().rules().get(1).combinations())
                .containsExactly(List.of("Albany", "NY"), List.of("Boston", "MA"));
        refused(
                TableFile.of(trips).keeping("\"left\" < back"),
                "row 3 of the table does not keep the rule '\"left\" < back'");
        refused(
                TableFile.of(trips).keeping("fixed city + stat"),
                "names the column stat, which the table does not have");
        refused(TableFile.of(trips).keeping("fixed city + back"), "needs categories, but the column back holds");
    }
}
