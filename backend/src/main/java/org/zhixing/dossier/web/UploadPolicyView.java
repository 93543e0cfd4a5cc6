package org.zhixing.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.dossier.UploadPolicies;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.platform.Messages;

/** A version of what the court takes. */
@Schema(name = "UploadPolicy")
public record UploadPolicyView(
        int version,

        @Schema(description = "In force from this court date on")
        LocalDate effectiveFrom,

        @Schema(description = "Of a picture at most, in millions")
        int megapixels,

        @Schema(description = "Every kind the system knows, also those that are not taken")
        List<Kind> kinds,

        String clause,

        @Schema(description = "Whether it is in force today")
        boolean inForce,

        Instant publishedAt,

        @Schema(description = "Null for what the court began with") @Nullable
        PersonRef publishedBy,

        @Nullable String reason) {

    /** A kind of files. */
    @Schema(name = "UploadKind")
    public record Kind(
            FileKind kind,
            FileKind.Family family,

            @Schema(description = "In the caller's language")
            String name,

            @Schema(description = "What a name of that kind may end with")
            List<String> endings,

            @Schema(description = "Of one file at most, in MB of 1,048,576 bytes; null where the kind is not taken")
            @Nullable
            Integer megabytes) {}

    static UploadPolicyView from(
            UploadPolicies.Published p, int inForce, Map<UUID, Names.Known> names, Messages messages, Locale locale) {
        UUID by = p.by();
        return new UploadPolicyView(
                p.version(),
                p.effectiveFrom(),
                (int) (p.policy().pixels() / 1_000_000),
                List.of(FileKind.values()).stream()
                        .map(kind -> kind(p.policy(), kind, messages, locale))
                        .toList(),
                p.policy().clause(),
                p.version() == inForce,
                p.at(),
                by == null
                        ? null
                        : new PersonRef(
                                by, names.getOrDefault(by, Names.Known.NOBODY).name()),
                p.reason());
    }

    private static Kind kind(UploadPolicy policy, FileKind kind, Messages messages, Locale locale) {
        return new Kind(
                kind,
                kind.family(),
                messages.get(Messages.PROBLEMS, Finding.word(kind), List.of(), locale),
                kind.endings(),
                policy.largest(kind).map(bytes -> (int) (bytes >> 20)).orElse(null));
    }
}
