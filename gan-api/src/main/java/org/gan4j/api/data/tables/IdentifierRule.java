package org.gan4j.api.data.tables;

/** The ways in which new identifiers are made. */
public enum IdentifierRule {
    /** Whole numbers that count up from a first one. */
    COUNT("numbers that count"),
    /** Random UUIDs. */
    UUID("UUIDs"),
    /** Random letters and digits of one form. */
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
