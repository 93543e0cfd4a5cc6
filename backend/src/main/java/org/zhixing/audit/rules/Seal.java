package org.zhixing.audit.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A block of sealed rows.
 *
 * @param previous the hash of the block before; of a court's first block, where its chain by rows ended
 * @param reach the highest row number sealed up to here
 * @param leaves one line a row, in the order of the numbers
 */
public record Seal(
        int courtId,
        long number,
        String previous,
        int rows,
        long firstSeq,
        long lastSeq,
        long reach,
        Instant sealedAt,
        String leaves,
        String digest,
        String hash,
        @Nullable String keyId,
        @Nullable String signature) {

    /** Where the next block begins. */
    public record Head(long number, String hash, long reach) {}

    /** The next block over these rows; {@code signer} null leaves it unsigned. */
    public static Seal of(int courtId, Head head, Instant sealedAt, List<Leaf> rows, @Nullable SealKey signer) {
        String leaves = rows.stream().map(Leaf::line).collect(Collectors.joining("\n"));
        long last = rows.get(rows.size() - 1).seq();
        Seal bare = new Seal(
                courtId,
                head.number() + 1,
                head.hash(),
                rows.size(),
                rows.get(0).seq(),
                last,
                Math.max(head.reach(), last),
                sealedAt,
                leaves,
                Sha256.of(leaves),
                "",
                null,
                null);
        String text = bare.text();
        return bare.signed(
                Sha256.of(text), signer == null ? null : signer.id(), signer == null ? null : signer.sign(text));
    }

    private Seal signed(String hash, @Nullable String keyId, @Nullable String signature) {
        return new Seal(
                courtId, number, previous, rows, firstSeq, lastSeq, reach, sealedAt, leaves, digest, hash, keyId,
                signature);
    }

    /** What is hashed and signed: everything of the block, its rows by their digest. */
    public String text() {
        return String.join(
                "\n",
                "zhixing-audit-seal-1",
                Integer.toString(courtId),
                Long.toString(number),
                previous,
                Integer.toString(rows),
                Long.toString(firstSeq),
                Long.toString(lastSeq),
                Long.toString(reach),
                Long.toString(AuditRow.micros(sealedAt)),
                digest);
    }

    /** Whether the block says what was hashed, and, where it is signed, what was signed with a key of the installation. */
    public boolean holds(SealKeys keys) {
        return Sha256.of(leaves).equals(digest)
                && Sha256.of(text()).equals(hash)
                && lines().size() == rows
                && (signature == null
                        ? keys.unsignedAllowed()
                        : keys.verifies(String.valueOf(keyId), text(), signature));
    }

    /** Its rows as they were when they were sealed. */
    public List<Leaf> lines() {
        return Arrays.stream(leaves.split("\n", -1))
                .map(Leaf::parse)
                .filter(Objects::nonNull)
                .toList();
    }

    public Head head() {
        return new Head(number, hash, reach);
    }
}
