package org.gan4j.data.tables.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gan4j.api.data.tables.MomentText;

/**
 * A column of a table that rows are written into.
 *
 * @param name its name in the database
 * @param type its SQL type, one of {@link Types}
 * @param typeName the database's name of that type
 * @param size its precision or length; 0 if there is no limit
 * @param scale its decimals
 * @param required whether it refuses NULL
 */
record TargetColumn(String name, int type, String typeName, int size, int scale, boolean required) {
    private static final Set<Integer> TEXTS = Set.of(
            Types.CHAR,
            Types.VARCHAR,
            Types.NCHAR,
            Types.NVARCHAR,
            Types.LONGVARCHAR,
            Types.LONGNVARCHAR,
            Types.CLOB,
            Types.NCLOB);

    static TargetColumn of(ResultSetMetaData columns, int place) throws SQLException {
        return new TargetColumn(
                columns.getColumnName(place),
                columns.getColumnType(place),
                String.valueOf(columns.getColumnTypeName(place)).toLowerCase(Locale.ROOT),
                Math.max(0, columns.getPrecision(place)),
                columns.getScale(place),
                columns.isNullable(place) == ResultSetMetaData.columnNoNulls);
    }

    /** Returns why values do not fit into this column; empty if they do. */
    Optional<String> misfit(NewColumn made, SqlWords words) {
        if (required && made.missing()) {
            return Optional.of(made.name() + " (refuses missing values)");
        }
        boolean takesAll = !words.moments() && made.values() instanceof ValueRange.Moments; // as SQLite does
        return takesAll || takes(made.values()) ? Optional.empty() : Optional.of(made.name() + " (" + typeText() + ")");
    }

    private String typeText() {
        if (size > 0 && (type == Types.DECIMAL || type == Types.NUMERIC)) {
            return typeName + "(" + size + ", " + scale + ")";
        }
        return size > 0 && TEXTS.contains(type) ? typeName + "(" + size + ")" : typeName;
    }

    private boolean takes(ValueRange values) {
        if (values instanceof ValueRange.Nothing) {
            return true;
        }
        if (TEXTS.contains(type)) {
            return size == 0 || values.length() <= size;
        }
        if (values instanceof ValueRange.Numbers numbers) {
            return takesNumbers(numbers);
        }
        if (values instanceof ValueRange.Flags) {
            return isFlag();
        }
        if (values instanceof ValueRange.Moments moments) {
            int needed = !moments.hasTime() ? Types.DATE : moments.hasDate() ? Types.TIMESTAMP : Types.TIME;
            return type == needed || needed == Types.TIMESTAMP && isZoned();
        }
        return isUuid() && values instanceof ValueRange.Texts texts && texts.uuids();
    }

    private boolean takesNumbers(ValueRange.Numbers numbers) {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> isFlag() && numbers.isWithin(0, 1);
            case Types.TINYINT -> numbers.isWithin(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case Types.SMALLINT -> numbers.isWithin(Short.MIN_VALUE, Short.MAX_VALUE);
            case Types.INTEGER -> numbers.isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Types.BIGINT -> numbers.isWithin(Long.MIN_VALUE, Long.MAX_VALUE);
            case Types.DECIMAL, Types.NUMERIC ->
                size == 0 || numbers.decimals() <= scale && numbers.digits() <= size - scale;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> true;
            default -> false;
        };
    }

    private boolean isFlag() {
        return type == Types.BOOLEAN || type == Types.BIT && size <= 1;
    }

    private boolean isUuid() {
        return typeName.equals("uuid");
    }

    private boolean isZoned() {
        return type == Types.TIMESTAMP_WITH_TIMEZONE || typeName.equals("timestamptz");
    }

    /**
     * Sets a value of a statement.
     *
     * @param text empty for NULL
     * @param words whether dates and times are values of their own
     */
    void bind(PreparedStatement statement, int place, NewColumn made, String text, SqlWords words) throws SQLException {
        if (text.isEmpty()) {
            statement.setNull(place, type);
        } else if (made.values() instanceof ValueRange.Moments moments) {
            bindMoment(statement, place, moments, text, words);
        } else if (TEXTS.contains(type)) {
            statement.setString(place, text);
        } else if (isUuid()) {
            statement.setObject(place, UUID.fromString(text));
        } else {
            bindNumber(statement, place, text);
        }
    }

    private void bindNumber(PreparedStatement statement, int place, String text) throws SQLException {
        switch (type) {
            case Types.BIT, Types.BOOLEAN ->
                statement.setBoolean(place, text.equals("1") || Boolean.parseBoolean(text));
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> statement.setInt(place, Integer.parseInt(text));
            case Types.BIGINT -> statement.setLong(place, Long.parseLong(text));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> statement.setDouble(place, Double.parseDouble(text));
            default -> statement.setBigDecimal(place, new BigDecimal(text));
        }
    }

    private void bindMoment(
            PreparedStatement statement, int place, ValueRange.Moments moments, String text, SqlWords words)
            throws SQLException {
        long seconds = (long) new MomentText(moments.pattern()).parsed(text);
        LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        if (TEXTS.contains(type) || !words.moments()) {
            String pattern = (moments.hasDate() ? "uuuu-MM-dd " : "") + (moments.hasTime() ? "HH:mm:ss" : "");
            statement.setString(place, moment.format(DateTimeFormatter.ofPattern(pattern.strip(), Locale.ROOT)));
        } else if (isZoned()) {
            statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
        } else if (!moments.hasTime()) {
            statement.setObject(place, moment.toLocalDate());
        } else {
            statement.setObject(place, moments.hasDate() ? moment : moment.toLocalTime());
        }
    }
}
