package org.zhixing.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** The key that signs the audit trail: made once for a home, readable by its owner only, kept as long as the trail. */
public final class AuditKey {
    private static final int LINE = 64;

    private AuditKey() {}

    /** The home's key file, made if it is not there yet: what {@code openssl genpkey} and {@code openssl pkey} write. */
    public static Path in(Path home) {
        Path file = home.resolve("audit-key.pem").toAbsolutePath();
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(home);
                // Written beside and moved, so that no start finds half a key.
                Path made = Files.createTempFile(
                        home,
                        "audit-key",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(made, pair());
                Files.move(made, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    private static String pair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return pem("PRIVATE", pair.getPrivate().getEncoded())
                    + pem("PUBLIC", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String word, byte[] der) {
        return "-----BEGIN " + word + " KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + word + " KEY-----\n";
    }
}
