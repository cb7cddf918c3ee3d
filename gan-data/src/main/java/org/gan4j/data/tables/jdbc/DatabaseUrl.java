package org.gan4j.data.tables.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The URLs of databases, which never contain a password here. */
public final class DatabaseUrl {
    /** The environment variable of the password. */
    public static final String PASSWORD_VARIABLE = "GAN_DATABASE_PASSWORD";

    private static final String PREFIX = "jdbc:";
    /** Settings such as password=, PWD=, sslPassword= and accessToken=. */
    private static final Pattern SETTING =
            Pattern.compile("(?i)(password|passwd|passphrase|pwd|secret|token)\\w*\\s*=");

    /** A user with a password in front of the host: //user:password@host, and Oracle's :user/password@. */
    private static final Pattern IN_FRONT = Pattern.compile("//[^@?;]*:[^@?;]*@|(?i:^jdbc:oracle:)[^@]*/[^@]*@");

    private DatabaseUrl() {}

    /** Returns whether a text is the URL of a database. */
    public static boolean is(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /**
     * Requires the URL of a database that contains no password.
     *
     * @throws IllegalArgumentException if it is none, or contains one; the message does not repeat it
     */
    public static void require(String url) {
        if (containsPassword(url) || containsPassword(decoded(url))) {
            throw new IllegalArgumentException(
                    "the URL of the database contains a password, which would be written into"
                            + " files: remove it, and set the environment variable " + PASSWORD_VARIABLE + " instead");
        }
        if (!is(url)) {
            throw new IllegalArgumentException(
                    "the URL of a database begins with jdbc:, such as jdbc:postgresql://host/database");
        }
    }

    private static boolean containsPassword(String url) {
        return SETTING.matcher(url).find() || IN_FRONT.matcher(url).find();
    }

    /** Returns the URL without percent encoding, in which some drivers accept the names of settings. */
    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return url;
        }
    }

    /** Returns the beginning that tells the kind of database, such as jdbc:postgresql. */
    static String kind(String url) {
        int end = url.indexOf(':', PREFIX.length());
        return end < 0 ? url : url.substring(0, end);
    }
}
