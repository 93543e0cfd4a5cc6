package org.zhixing.paper.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.signing.rules.OfCase;

/**
 * A court paper.
 *
 * @param version of the row, raised by every change
 * @param large whether it pays more than the court's threshold
 * @param reason why it was written anew or given up
 * @param edition how often it was written anew; signatures belong to one edition
 */
public record Paper(
        UUID id,
        int courtId,
        Of of,
        String kind,
        PaperStatus status,
        @Nullable PaperNumber number,
        int edition,
        Content content,
        @Nullable Fixed fixed,
        UUID draftedBy,
        LocalDate draftedOn,
        @Nullable UUID itemId,
        @Nullable String reason,
        boolean large,
        int version) {

    /** The case it belongs to, as it stands today. */
    public record Of(UUID id, String number, @Nullable Team team, boolean open, OfCase handlers) {}

    /**
     * What is written.
     *
     * @param template the version of the kind's template
     * @param addressee a party of the case; null where it is for the file alone
     * @param fields what was filled in, by the variable's name
     */
    public record Content(int template, @Nullable String addressee, Map<String, String> fields) {
        public Content {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * The PDF that is signed.
     *
     * @param signingVersion of the court's signing rules on the day it was fixed; it is signed by no other
     */
    public record Fixed(UUID fileId, String sha256, Instant at, int signingVersion) {}

    /** Of the signing rules it was fixed under; null where it is not fixed. */
    public @Nullable Integer signingVersion() {
        return fixed == null ? null : fixed.signingVersion();
    }

    /** With another content; only a draft has one to change. */
    public Paper written(Content now) {
        return with(status, number, edition, now, fixed, itemId, reason);
    }

    /** Numbered and fixed, to be signed. */
    public Paper fixed(PaperNumber numbered, Fixed pdf, boolean pays) {
        Paper now = with(PaperStatus.TO_SIGN, numbered, edition, content, pdf, itemId, reason);
        return new Paper(
                id,
                courtId,
                of,
                kind,
                now.status,
                numbered,
                edition,
                content,
                pdf,
                draftedBy,
                draftedOn,
                itemId,
                reason,
                pays,
                version);
    }

    public Paper signed(UUID item) {
        return with(PaperStatus.SIGNED, number, edition, content, fixed, item, reason);
    }

    /** A draft again, with its number: a new edition, which nobody has signed. */
    public Paper anew(String why) {
        return with(PaperStatus.DRAFT, number, edition + 1, content, null, itemId, why);
    }

    public Paper givenUp(String why) {
        return with(PaperStatus.VOID, number, edition, content, fixed, itemId, why);
    }

    private Paper with(
            PaperStatus to,
            @Nullable PaperNumber numbered,
            int nth,
            Content written,
            @Nullable Fixed pdf,
            @Nullable UUID item,
            @Nullable String why) {
        return new Paper(
                id, courtId, of, kind, to, numbered, nth, written, pdf, draftedBy, draftedOn, item, why, large,
                version);
    }

    public boolean is(PaperStatus wanted) {
        return status == wanted;
    }
}
