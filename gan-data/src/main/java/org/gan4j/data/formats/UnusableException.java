package org.gan4j.data.formats;

/** Thrown if an image cannot be used. The message is the reason, to follow the file's name, such as "is empty". */
public final class UnusableException extends Exception {
    /** Creates an exception with its reason. */
    public UnusableException(String why) {
        super(why);
    }

    /** Creates an exception with its reason and cause. */
    public UnusableException(String why, Throwable cause) {
        super(why, cause);
    }

    /** Returns the exception for a file that ends before its content does. */
    static UnusableException early() {
        return new UnusableException("is damaged: it ends too early");
    }
}
