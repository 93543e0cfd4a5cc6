package org.zhixing.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.paper.rules.PaperStatus;
import org.zhixing.paper.rules.ServiceManner;
import org.zhixing.paper.rules.Serving;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;

/** A court paper. */
@Schema(name = "Paper")
public record PaperView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        @Schema(examples = "ENFORCEMENT_NOTICE") String kind,
        @Schema(examples = "执通〔2022〕12号") @Nullable String number,
        PaperStatus status,
        int edition,
        int template,
        @Nullable String addressee,
        Map<String, String> fields,

        @Schema(description = "Of the PDF that is signed, in lower-case hex") @Nullable
        String sha256,

        String draftedBy,
        LocalDate draftedOn,
        @Nullable UUID itemId,
        @Nullable String reason,
        @Schema(description = "Whose turn it is to sign") List<Seat> turn,

        @Schema(description = "Whether one of them is the caller")
        boolean mine,

        @Schema(description = "Whether signing it wants a login of a few minutes ago")
        boolean stepUp,

        @Schema(description = "The clause under which it is signed")
        String clause,

        List<PaperSignature> signatures,
        List<PaperServing> servings,
        List<PaperPermits.Act> acts,
        int version) {

    /** A signature on this edition. */
    @Schema(name = "PaperSignature")
    public record PaperSignature(
            Seat seat,
            String name,
            Instant signedAt,
            @Nullable Instant authenticatedAt,

            @Schema(description = "Whether it binds the PDF that is kept")
            boolean binds) {}

    /** A service of the paper. */
    @Schema(name = "PaperServing")
    public record PaperServing(
            UUID id,
            String recipient,
            ServiceManner manner,
            LocalDate on,
            LocalDate servedOn,
            UUID proof,
            @Nullable String note,
            String recordedBy) {}

    static PaperView from(
            Paper p,
            PaperKinds.Kind kind,
            Signing signing,
            List<Serving> servings,
            Actor actor,
            Map<UUID, Names.Known> names) {
        PaperNumber number = p.number();
        Paper.Fixed fixed = p.fixed();
        boolean waits = p.is(PaperStatus.TO_SIGN);
        boolean mine = waits && signing.seatOf(actor).isPresent();
        return new PaperView(
                p.id(),
                p.of().id(),
                p.of().number(),
                p.kind(),
                number == null ? null : number.text(),
                p.status(),
                p.edition(),
                p.content().template(),
                p.content().addressee(),
                p.content().fields(),
                fixed == null ? null : fixed.sha256(),
                name(names, p.draftedBy()),
                p.draftedOn(),
                p.itemId(),
                p.reason(),
                waits ? signing.turn() : List.of(),
                mine,
                signing.rule().stepUp(),
                signing.rule().clause(),
                signing.given().stream().map(s -> signature(s, fixed)).toList(),
                servings.stream().map(s -> serving(s, names)).toList(),
                PaperPermits.allowedByHand(actor, p, kind, mine),
                p.version());
    }

    private static PaperSignature signature(Signature s, Paper.@Nullable Fixed fixed) {
        return new PaperSignature(
                s.seat(),
                s.personName(),
                s.signedAt(),
                s.login().authenticatedAt(),
                fixed != null && fixed.sha256().equals(s.sha256()));
    }

    private static PaperServing serving(Serving s, Map<UUID, Names.Known> names) {
        return new PaperServing(
                s.id(),
                s.recipient(),
                s.manner(),
                s.on(),
                s.servedOn(),
                s.proof(),
                s.note(),
                name(names, s.recordedBy()));
    }

    private static String name(Map<UUID, Names.Known> names, UUID person) {
        return names.getOrDefault(person, Names.Known.NOBODY).name();
    }
}
