package org.gan4j.data.folder;

/** Thrown if an image cannot be used. The message is the reason, to follow the file's name, such as "is empty". */
final class UnusableException extends Exception {
    UnusableException(String why) {
        super(why);
    }

    UnusableException(String why, Throwable cause) {
        super(why, cause);
    }
}
