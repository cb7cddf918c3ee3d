package org.gan4j.cli.rating;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that nobody can trace without the secret: HMAC-SHA256 of what is named
 * (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>). The secret is random, since a seed could be guessed.
 *
 * @param secret 32 bytes, in hexadecimal digits
 */
record OpaqueIds(String secret) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int DIGITS = 16;

    static OpaqueIds random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new OpaqueIds(HexFormat.of().formatHex(secret));
    }

    /** Returns an id of 16 hexadecimal digits. */
    String of(String named) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal(named.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }
}
