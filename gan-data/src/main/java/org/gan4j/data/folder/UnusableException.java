package org.gan4j.data.folder;

/** A picture cannot be used; the message says why, in a few words that follow its name. */
final class UnusableException extends Exception {
    UnusableException(String why) {
        super(why);
    }

    UnusableException(String why, Throwable cause) {
        super(why, cause);
    }
}
