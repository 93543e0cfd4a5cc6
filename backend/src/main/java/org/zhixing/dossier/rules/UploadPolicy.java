package org.zhixing.dossier.rules;

import java.util.List;
import java.util.Optional;

/**
 * Which kinds of files a court takes, and how large: its own policy, by version and date.
 *
 * @param pixels the most pixels of a picture
 */
public record UploadPolicy(String clause, long pixels, List<Allowed> kinds) {
    private static final long MEGABYTE = 1 << 20;

    /** A kind that is taken, with the most mebibytes it may have. */
    public record Allowed(FileKind kind, int megabytes) {}

    public UploadPolicy {
        kinds = List.copyOf(kinds);
        if (clause.isBlank() || pixels < 1 || kinds.stream().anyMatch(each -> each.megabytes() < 1)) {
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

    /** What the announced name and size already show, before a byte is sent. */
    public Optional<Finding> objection(String name, long size) {
        if (size == 0) {
            return Optional.of(Finding.of("file-empty", name));
        }
        List<Long> largest = FileKind.named(name).stream()
                .flatMap(kind -> largest(kind).stream())
                .toList();
        if (largest.isEmpty()) {
            return Optional.of(Finding.of("file-type-not-allowed", FileKind.ending(name)));
        }
        long most = largest.stream().mapToLong(Long::longValue).max().orElse(0);
        return size <= most ? Optional.empty() : Optional.of(Finding.of("file-too-large", name, most / MEGABYTE));
    }

    /** What its true kind shows once it is here. */
    public Optional<Finding> objection(FileKind kind, String name, long size) {
        Optional<Long> most = largest(kind);
        if (most.isEmpty()) {
            return Optional.of(Finding.of("file-type-not-allowed", Finding.word(kind)));
        }
        return size <= most.get()
                ? Optional.empty()
                : Optional.of(Finding.of("file-too-large", name, most.get() / MEGABYTE));
    }
}
