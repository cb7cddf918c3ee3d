package org.gan4j.api.data.tables;

/** The ways in which new identifiers are made. */
public enum IdentifierRule {
    /** Whole numbers that count. */
    COUNT("numbers that count"),
    /** Random UUIDs. */
    UUID("UUIDs"),
    /** Random letters and digits, in the form of those of the table. */
    FORM("letters and digits of one form");

    private final String summary;

    IdentifierRule(String summary) {
        this.summary = summary;
    }

    /** Returns a description, such as "numbers that count". */
    public String summary() {
        return summary;
    }
}
