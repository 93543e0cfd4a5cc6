package org.zhixing.audit.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The installation's keys, as a PEM text: a private key and its public one, then public keys of former years. */
public final class SealKeys {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([^-]+)-----END");
    private static final int ID_LENGTH = 16;

    private final @Nullable SealKey signer;
    private final Map<String, PublicKey> known;

    private SealKeys(@Nullable SealKey signer, Map<String, PublicKey> known) {
        this.signer = signer;
        this.known = known;
    }

    /** An installation without a key: blocks are chained, and signed by nobody. */
    public static SealKeys none() {
        return new SealKeys(null, Map.of());
    }

    /** @throws IllegalArgumentException with a sentence where the text is not such keys */
    public static SealKeys parse(String pem) {
        List<byte[]> secret = new ArrayList<>();
        Map<String, PublicKey> known = new LinkedHashMap<>();
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            Matcher block = BLOCK.matcher(pem);
            while (block.find()) {
                byte[] der = Base64.getMimeDecoder().decode(block.group(2).strip());
                if (block.group(1).equals("PRIVATE")) {
                    secret.add(der);
                } else {
                    known.put(idOf(der), factory.generatePublic(new X509EncodedKeySpec(der)));
                }
            }
            if (secret.size() != 1 || known.isEmpty()) {
                throw new IllegalArgumentException("one private key and its public key are needed");
            }
            SealKey signer = new SealKey(
                    known.keySet().iterator().next(), factory.generatePrivate(new PKCS8EncodedKeySpec(secret.get(0))));
            SealKeys keys = new SealKeys(signer, known);
            if (!keys.verifies(signer.id(), "zhixing", signer.sign("zhixing"))) {
                throw new IllegalArgumentException("the first public key is not that of the private one");
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the keys are not of Ed25519", e);
        }
    }

    /** For whoever only checks: public keys, by which every block must be signed. */
    public static SealKeys checking(String pem) {
        Map<String, PublicKey> known = new LinkedHashMap<>();
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            Matcher block = BLOCK.matcher(pem);
            while (block.find()) {
                if (block.group(1).equals("PUBLIC")) {
                    byte[] der = Base64.getMimeDecoder().decode(block.group(2).strip());
                    known.put(idOf(der), factory.generatePublic(new X509EncodedKeySpec(der)));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the keys are not of Ed25519", e);
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException("there is no public key");
        }
        return new SealKeys(null, known);
    }

    private static String idOf(byte[] der) {
        return Sha256.of(der).substring(0, ID_LENGTH);
    }

    public @Nullable SealKey signer() {
        return signer;
    }

    /** Public keys by id, the one in use first. */
    public Map<String, PublicKey> known() {
        return known;
    }

    boolean unsignedAllowed() {
        return known.isEmpty();
    }

    public boolean verifies(@Nullable String keyId, String text, @Nullable String signed) {
        PublicKey key = keyId == null ? null : known.get(keyId);
        if (key == null || signed == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }
}
