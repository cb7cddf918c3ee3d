package org.gan4j.api.data.tables.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableRule;
import org.gan4j.api.data.tables.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRuleTest {
    private static final List<String> COLUMNS =
            List.of("age", "hours-per-week", "state", "member", "start", "end", "zip");
    private static final TableSchema SCHEMA = new TableSchema(List.of(
            new TableColumn("age", new ColumnType.Numbers(0, true, 17, 90), 0.1),
            new TableColumn("hours-per-week", new ColumnType.Numbers(1, false, 0, 99), 0),
            new TableColumn(
                    "state", new ColumnType.Categories(List.of("NY", "O'Neil", ">50K"), List.of(.5, .3, .2), 0), 0),
            new TableColumn("member", new ColumnType.Flag("no", "yes", 0.5), 0),
            new TableColumn("start", new ColumnType.Moments("uuuu-MM-dd", 0, 86_400L * 20_000), 0),
            new TableColumn("end", new ColumnType.Moments("dd.MM.uuuu", 0, 86_400L * 20_000), 0.5),
            new TableColumn("zip", new ColumnType.Categories(List.of("01234", "99999"), List.of(.5, .5), 0), 0)));
    private static final List<String> ROW = List.of("35", "40.5", "NY", "yes", "2024-03-01", "15.04.2024", "01234");
    private static final List<String> MISSING = List.of("", "40.5", "O'Neil", "no", "2024-03-01", "", "99999");

    private static Truth of(String condition, List<String> row) {
        return RowRule.parse(condition, SCHEMA, COLUMNS).of(row);
    }

    /** The truth values of SQL for both rows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age = 35                                      | TRUE    | UNKNOWN
            35.0 = age                                    | TRUE    | UNKNOWN
            age <> 35                                     | FALSE   | UNKNOWN
            age>=36 or state='NY'                         | TRUE    | UNKNOWN
            age >= 36 OR state = 'O''Neil'                | FALSE   | TRUE
            age < 36 and hours-per-week > 40              | TRUE    | UNKNOWN
            age < 36 and hours-per-week > 41              | FALSE   | FALSE
            not age < 36                                  | FALSE   | UNKNOWN
            not (state = 'NY' or member = 'no')           | FALSE   | FALSE
            "state" in ('>50K', 'NY')                     | TRUE    | FALSE
            state not in ('>50K', 'NY')                   | FALSE   | TRUE
            age between 30 and 35 and member = 'yes'      | TRUE    | FALSE
            age not between 30 and 35                     | FALSE   | UNKNOWN
            age is null                                   | FALSE   | TRUE
            age is not null                               | TRUE    | FALSE
            start < "end"                                 | TRUE    | UNKNOWN
            start = '2024-03-01'                          | TRUE    | TRUE
            "end" <= '15.04.2024'                         | TRUE    | UNKNOWN
            zip = '01234'                                 | TRUE    | FALSE
            zip = 01234                                   | TRUE    | FALSE
            age = 1 or age = 2 and member = 'yes' or zip != state | TRUE | TRUE
            """)
    void conditionsMeanWhatTheyMeanInSql(String condition, Truth first, Truth second) {
        assertThat(of(condition, ROW)).isEqualTo(first);
        assertThat(of(condition, MISSING)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age                          | needs a comparison such as = or < at its end
            age = 35 35                  | needs and, or, or the end at its character 10, in place of '35'
            (age = 35                    | needs ) at its end
            and                          | needs a column or a value at its character 1, in place of 'and'
            agee = 35                    | the rows have no column agee; did you mean age
            state = NY                   | the rows have no column NY; there are age, hours-per-week
            state = 'NJ'                 | never has the value 'NJ'
            state < 'NY'                 | the column state has no order, since it holds 3 categories
            age = 'old'                  | 'old' cannot be compared with the column age, which holds whole numbers
            start > '1.5.2024'           | cannot be compared with the column start
            start < age                  | the columns start and age cannot be compared
            age = state                  | the columns age and state cannot be compared
            1 = 2                        | are both values: name a column
            35 is null                   | is a value, where a column is needed
            age = 35; drop table x       | cannot be read at ';
            age not = 3                  | needs in or between
            """)
    void whatIsNoConditionIsNamed(String condition, String message) {
        assertThatThrownBy(() -> of(condition, ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void deeplyNestedConditionsAreRefused() {
        assertThatThrownBy(() -> of("(".repeat(5000) + "age = 1" + ")".repeat(5000), ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void requiredValuesAreThoseThatAllPartsNeed() {
        assertThat(RowRule.parse("state = 'NY' and age > 3 and member = 'yes'", SCHEMA, COLUMNS)
                        .required())
                .isEqualTo(Map.of("state", "NY", "member", "yes"));
        assertThat(RowRule.parse("state = 'NY' or member = 'yes'", SCHEMA, COLUMNS)
                        .required())
                .isEmpty();
        assertThat(RowRule.parse("not state = 'NY'", SCHEMA, COLUMNS).required())
                .isEmpty();
        assertThat(RowRule.parse("age is null", SCHEMA, COLUMNS).required()).isEqualTo(Map.of("age", ""));
    }

    @Test
    void fixedCombinationsHoldForThoseOfTheTable() {
        TableRule rule =
                new TableRule("", List.of("state", "zip"), List.of(List.of("NY", "01234"), List.of("O'Neil", "01234")));
        RowRule fixed = RowRule.of(rule, SCHEMA, COLUMNS);
        assertThat(fixed.of(ROW)).isEqualTo(Truth.TRUE);
        assertThat(fixed.of(MISSING)).isEqualTo(Truth.FALSE);
    }
}
