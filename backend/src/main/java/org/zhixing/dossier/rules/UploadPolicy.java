package org.zhixing.dossier.rules;

import java.util.List;
import java.util.Optional;

/**
 * Which kinds of files a court takes, and how large: its own policy, by version and date.
 *
 * @param pixels the most pixels of a picture
 */
public record UploadPolicy(String clause, long pixels, List<Allowed> kinds) {
    /** Of one file of any kind, in mebibytes: what uploads, checks and downloads are made for. */
    public static final int MOST_MEGABYTES = 2048;

    /** Of one picture: what an instance can draw small within its memory. */
    public static final long MOST_PIXELS = 250_000_000;

    private static final long MEGABYTE = 1 << 20;

    /** A kind that is taken, with the most mebibytes it may have. */
    public record Allowed(FileKind kind, int megabytes) {}

    public UploadPolicy {
        kinds = List.copyOf(kinds);
        if (clause.isBlank()
                || pixels < 1
                || pixels > MOST_PIXELS
                || kinds.isEmpty()
                || kinds.stream().map(Allowed::kind).distinct().count() < kinds.size()
                || kinds.stream().anyMatch(each -> each.megabytes() < 1 || each.megabytes() > MOST_MEGABYTES)) {
            throw new IllegalArgumentException("a kind that nothing is taken of is left out");
        }
    }

    /** The most bytes of that kind; empty where the court does not take it. */
    public Optional<Long> largest(FileKind kind) {
        return kinds.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.megabytes() * MEGABYTE)
                .findFirst();
    }

    /** The most bytes of a file of any kind. */
    public long largest() {
        return kinds.stream()
                .mapToLong(each -> each.megabytes() * MEGABYTE)
                .max()
                .orElse(0);
    }

    /** What the announced name and size already show, before a byte is sent. */
    public Optional<Finding> objection(String name, long size) {
        if (size == 0) {
            return Optional.of(Finding.of("file-empty", name));
        }
        List<Long> largest = FileKind.named(name).stream()
                .flatMap(kind -> largest(kind).stream())
                .toList();
        if (largest.isEmpty()) {
            return Optional.of(
                    Finding.of("file-type-not-allowed", FileKind.ending(name)).under(clause));
        }
        return tooLarge(
                name, size, largest.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** What its true kind shows once it is here. */
    public Optional<Finding> objection(FileKind kind, String name, long size) {
        Optional<Long> most = largest(kind);
        return most.isEmpty()
                ? Optional.of(
                        Finding.of("file-type-not-allowed", Finding.word(kind)).under(clause))
                : tooLarge(name, size, most.get());
    }

    private Optional<Finding> tooLarge(String name, long size, long most) {
        return size <= most
                ? Optional.empty()
                : Optional.of(
                        Finding.of("file-too-large", name, most / MEGABYTE).under(clause));
    }
}
