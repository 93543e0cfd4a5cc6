package org.zhixing.dossier.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What the sender says of the bytes of one part, as tus writes it: the algorithm, a space, and the digest in base64.
 */
public final class PartChecksum {
    /** By tus's names, in the order in which they are announced; every server must know sha1. */
    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    public static final String KNOWN = "sha1,sha256";

    private final MessageDigest digest;
    private final byte[] expected;

    private PartChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** Empty where the algorithm is unknown or the digest is none of it. */
    public static Optional<PartChecksum> read(String header) {
        String[] said = header.strip().split(" ", 2);
        String algorithm = ALGORITHMS.get(said[0]);
        if (algorithm == null || said.length < 2) {
            return Optional.empty();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] expected = Base64.getDecoder().decode(said[1].strip());
            return expected.length == digest.getDigestLength()
                    ? Optional.of(new PartChecksum(digest, expected))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next bytes of the part. */
    public void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Whether what was added is what was announced; asked once, at the end. */
    public boolean holds() {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
