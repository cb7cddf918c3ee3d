package org.gan4j.provenance.watermark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Normal random numbers that only a key determines: HMAC-SHA-256 of a counter, by the transform of Box and Muller. They are
 * the same on every machine. Nothing about the key follows from them.
 */
final class KeyStream {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "Gan4J watermark 1 ";
    private static final double TWO_TO_53 = 0x1p53;

    private final Mac mac;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int blocks;

    KeyStream(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    double nextNormal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextUniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextUniform());
    }

    /** Returns a number from 0 to 1, without 1. */
    private double nextUniform() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(mac.doFinal((PURPOSE + blocks++).getBytes(StandardCharsets.UTF_8)));
        }
        return (block.getLong() >>> 11) / TWO_TO_53;
    }
}
