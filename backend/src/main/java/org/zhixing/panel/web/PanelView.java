package org.zhixing.panel.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.panel.rules.Deliberation;
import org.zhixing.panel.rules.Opinion;
import org.zhixing.panel.rules.Panel;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.paper.rules.PaperStatus;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.Signature;

/** A collegial panel with its minutes. */
@Schema(name = "Panel")
public record PanelView(
        UUID id,
        UUID caseId,

        @Schema(description = "The paper that holds the minutes")
        UUID paperId,

        @Schema(examples = "执合〔2022〕1号") @Nullable String number,

        @Schema(description = "Of the minutes; they are final once all three have signed")
        PaperStatus status,

        int edition,
        LocalDate heldOn,
        @Schema(examples = "09:30") String heldAt,
        String place,
        String matter,
        String discussion,
        String resolution,
        List<PanelMember> members,

        @Schema(description = "Whether the members are the case's handlers of today")
        boolean stands,

        @Schema(description = "What the caller may do to the minutes, beside signing them")
        List<PaperPermits.Act> acts,

        int version) {

    /** A member, what they hold, and when they signed this edition. */
    @Schema(name = "PanelMember")
    public record PanelMember(
            Seat seat,
            PersonRef person,

            @Schema(description = "Null where no opinion was given") @Nullable
            Boolean dissents,

            @Nullable String opinion,
            @Nullable Instant signedAt) {}

    static PanelView of(
            Panel p, PaperKinds.Kind kind, List<Signature> given, Actor actor, Map<UUID, Names.Known> names) {
        Paper minutes = p.minutes();
        Deliberation d = p.deliberation();
        PaperNumber number = minutes.number();
        return new PanelView(
                p.id(),
                minutes.of().id(),
                minutes.id(),
                number == null ? null : number.text(),
                minutes.status(),
                minutes.edition(),
                d.heldOn(),
                d.heldAt(),
                d.place(),
                d.matter(),
                d.discussion(),
                d.resolution(),
                List.of(Seat.CASE_JUDGE, Seat.CASE_EXECUTOR, Seat.CASE_CLERK).stream()
                        .map(seat -> member(p, seat, given, names))
                        .toList(),
                p.members().stand(minutes.of().handlers()),
                PaperPermits.allowed(actor, minutes, kind, false),
                minutes.version());
    }

    private static PanelMember member(Panel p, Seat seat, List<Signature> given, Map<UUID, Names.Known> names) {
        UUID person = Objects.requireNonNull(p.members().bySeat().get(seat));
        Opinion held = p.deliberation().opinions().stream()
                .filter(o -> o.seat() == seat)
                .findFirst()
                .orElse(null);
        return new PanelMember(
                seat,
                new PersonRef(
                        person, names.getOrDefault(person, Names.Known.NOBODY).name()),
                held == null ? null : held.dissents(),
                held == null ? null : held.text(),
                given.stream()
                        .filter(s -> s.seat() == seat)
                        .map(Signature::signedAt)
                        .findFirst()
                        .orElse(null));
    }
}
