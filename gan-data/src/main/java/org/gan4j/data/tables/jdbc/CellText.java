package org.gan4j.data.tables.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the cells of a column as the texts that a CSV file would have.
 *
 * @param name the name of the column
 * @param type its SQL type, one of {@link Types}
 * @param typeName the database's name of that type
 * @param size its precision, or its length
 */
record CellText(String name, int type, String typeName, int size) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String BINARY = "binary";

    private static final Set<Integer> BINARIES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);
    private static final Set<Integer> LONG_TEXTS =
            Set.of(Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.SQLXML, Types.ARRAY);
    private static final Set<Integer> DATES =
            Set.of(Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.TIME_WITH_TIMEZONE);
    private static final Set<Integer> SORTED = Set.of(
            Types.BIT,
            Types.BOOLEAN,
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.CHAR,
            Types.VARCHAR,
            Types.NCHAR,
            Types.NVARCHAR);

    static CellText of(ResultSetMetaData columns, int place) throws SQLException {
        return new CellText(
                columns.getColumnName(place),
                columns.getColumnType(place),
                String.valueOf(columns.getColumnTypeName(place)).toLowerCase(Locale.ROOT),
                columns.getPrecision(place));
    }

    /** Returns whether the values are bytes, which are not read. */
    boolean isBinary() {
        return BINARIES.contains(type) && !typeName.equals("uuid"); // as H2 says
    }

    boolean isDate() {
        return DATES.contains(type);
    }

    /** Returns whether rows can be ordered by the column in every database. */
    boolean isSorted() {
        return SORTED.contains(type) || isDate() || typeName.equals("uuid");
    }

    /** Returns the text of a cell, empty if it is NULL. */
    String read(ResultSet row, int place) throws SQLException {
        if (LONG_TEXTS.contains(type)) {
            String text = row.getString(place);
            return text == null ? "" : text;
        }
        Object value = isDate() ? moment(row, place) : row.getObject(place);
        if (value == null) {
            return "";
        }
        boolean flag = type == Types.BOOLEAN || type == Types.BIT && size <= 1;
        if (flag && value instanceof Number number) {
            return String.valueOf(number.intValue() != 0);
        }
        if (value instanceof Number number) {
            return text(number);
        }
        if (value instanceof String || value instanceof Boolean || value instanceof java.util.UUID) {
            return value.toString();
        }
        if (value instanceof byte[]) {
            return BINARY;
        }
        String moment = momentText(value);
        return moment.isEmpty() ? String.valueOf(row.getString(place)) : moment;
    }

    /** Returns a date or time by the classes without time zones, which some drivers do not know. */
    private Object moment(ResultSet row, int place) throws SQLException {
        boolean zoned = type == Types.TIMESTAMP_WITH_TIMEZONE || typeName.equals("timestamptz");
        Class<?> wanted = zoned
                ? OffsetDateTime.class
                : type == Types.DATE
                        ? LocalDate.class
                        : type == Types.TIMESTAMP ? LocalDateTime.class : LocalTime.class;
        try {
            return row.getObject(place, wanted);
        } catch (SQLException | RuntimeException unsupported) {
            return row.getObject(place);
        }
    }

    private static String momentText(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof Date date) {
            return date.toLocalDate().toString();
        }
        if (value instanceof LocalTime time) {
            return time.format(TIME);
        }
        if (value instanceof Time time) {
            return time.toLocalTime().format(TIME);
        }
        if (value instanceof LocalDateTime moment) {
            return moment.format(MOMENT);
        }
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime().format(MOMENT);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.withOffsetSameInstant(ZoneOffset.UTC).format(MOMENT);
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.withZoneSameInstant(ZoneOffset.UTC).format(MOMENT);
        }
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC).format(MOMENT) : "";
    }

    /** Returns a number without an exponent. */
    private static String text(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isNaN(value)) {
                return "";
            }
            return Double.isInfinite(value)
                    ? number.toString()
                    : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return number.toString();
    }

    /** Returns the texts of a row; the cells of binary columns are not part of it. */
    static List<String> row(ResultSet row, List<CellText> columns) throws SQLException {
        String[] texts = new String[columns.size()];
        int place = 1;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = columns.get(i).isBinary() ? BINARY : columns.get(i).read(row, place++);
        }
        return List.of(texts);
    }
}
