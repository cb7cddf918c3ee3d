package org.gan4j.serve;

/** The HTTP statuses of refused and failed requests. */
final class Status {
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TIMEOUT = 408;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_TYPE = 415;
    static final int TOO_MANY_REQUESTS = 429;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;

    private static final int LONGEST = 60;

    private Status() {}

    /** Returns a client's text as a message can show it: quoted, short and without control characters. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return '"' + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + '"';
    }
}
