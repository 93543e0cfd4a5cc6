package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.rules.BankResult;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.DisbursementStep;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentStatus;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;

/** Tells of money on its way out: the next person of the chain, those behind, and the case's timeline. */
@ApplicationScoped
public class TellOfDisbursements {
    private final Outbox outbox;
    private final CourtClock clock;

    TellOfDisbursements(Outbox outbox, CourtClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a disbursement, under which topic of notices and of the timeline. */
    static String topic(DisbursementStatus status) {
        return switch (status) {
            case APPLIED -> "disbursement.applied";
            case JUDGE_APPROVED -> "disbursement.judge-approved";
            case DIRECTOR_APPROVED -> "disbursement.director-approved";
            case APPROVED -> "disbursement.approved";
            case ORDERED, PARTLY_PAID, BOUNCED -> "disbursement.ordered";
            case PAID -> "disbursement.paid";
            case REFUSED -> "disbursement.refused";
            case WITHDRAWN -> "disbursement.withdrawn";
        };
    }

    /** To whoever has the next step. */
    Uni<Integer> next(SqlConnection tx, Disbursement now) {
        Addressed to = awaited(now, now.status().awaits().orElseThrow());
        return put(tx, now, topic(now.status()), to, now.reason());
    }

    /** To those who had a step of it before, and to the one who would have had the next. */
    Uni<Integer> ended(SqlConnection tx, Actor actor, Disbursement before, Disbursement now, String reason) {
        Addressed behind = new Addressed(behind(actor, now), List.of());
        Addressed to = now.status() == DisbursementStatus.WITHDRAWN
                ? behind.and(awaited(before, before.status().awaits().orElseThrow()))
                : behind;
        return put(tx, now, topic(now.status()), to, reason);
    }

    /** To the handlers: the bank has its orders, or, of fees alone, all is paid. */
    Uni<Integer> handlers(SqlConnection tx, List<Disbursement> all) {
        return outbox.put(
                tx,
                all.isEmpty() ? 0 : all.get(0).courtId(),
                all.stream()
                        .map(d -> event(
                                d,
                                topic(d.status()),
                                topic(d.status()) + ":" + d.id(),
                                new Addressed(people(d), List.of()),
                                params(d, d.amount().setScale(2).toPlainString(), d.reason())))
                        .toList());
    }

    /** That some of these payments came back: to the handlers, who must find another way, and the funds desk. */
    Uni<Integer> bounced(SqlConnection tx, List<Disbursement> of, Set<UUID> answered) {
        return outbox.put(
                tx,
                of.isEmpty() ? 0 : of.get(0).courtId(),
                of.stream()
                        .flatMap(d -> d.payments().stream()
                                .filter(payment -> answered.contains(payment.id()))
                                .filter(payment -> payment.status() == PaymentStatus.BOUNCED)
                                .map(payment -> bounced(d, payment)))
                        .toList());
    }

    private Event bounced(Disbursement d, Payment payment) {
        Addressed to = new Addressed(people(d), List.of(new Event.Circle(Roles.FUNDS, null)));
        Map<String, String> params =
                params(d, payment.amount().setScale(2).toPlainString(), text(payment.bankReason()));
        params.put("payee", payment.payee().name());
        return event(d, "payment.bounced", "payment.bounced:" + payment.id(), to, params);
    }

    /** The timeline's row of a step. */
    Entry entry(Disbursement d, String reason) {
        return entry(d, topic(d.status()), Map.of("reason", reason));
    }

    /** The row of an approval, with the moment at which the one who approved gave their password. */
    Entry approved(Disbursement d, Instant authenticatedAt) {
        return entry(d, topic(d.status()), Map.of("reason", d.reason(), "authenticatedAt", authenticatedAt.toString()));
    }

    Entry entry(Disbursement d, String action, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("paper", d.number());
        detail.put("amount", d.amount().setScale(2).toPlainString());
        detail.putAll(more);
        return new Entry(action, d.ofCase().id(), d.id(), detail);
    }

    /** The timeline's row of what the bank said. */
    Entry settled(Disbursement d, Payment payment, BankResult result) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("paper", d.number());
        detail.put("payment", payment.number());
        detail.put("payee", payment.payee().name());
        detail.put("amount", payment.amount().setScale(2).toPlainString());
        detail.put("on", result.on().toString());
        detail.put("reason", text(result.reason()));
        detail.put("serial", text(result.serial()));
        String action = payment.status() == PaymentStatus.PAID ? "payment.paid" : "payment.bounced";
        return new Entry(action, d.ofCase().id(), payment.id(), detail);
    }

    private record Addressed(List<UUID> people, List<Event.Circle> circles) {
        Addressed and(Addressed more) {
            return new Addressed(
                    Stream.concat(people.stream(), more.people.stream())
                            .distinct()
                            .toList(),
                    Stream.concat(circles.stream(), more.circles.stream()).toList());
        }
    }

    private static Addressed awaited(Disbursement d, DisbursementStep step) {
        UUID judge = d.ofCase().judgeId();
        return switch (step) {
            case APPLY -> new Addressed(List.of(), List.of());
            case JUDGE -> new Addressed(judge == null ? List.of() : List.of(judge), List.of());
            case DIRECTOR -> office(Roles.DIRECTOR);
            case PRESIDENT -> office(Roles.PRESIDENT);
            case PAY -> office(Roles.FUNDS);
        };
    }

    private static Addressed office(String role) {
        return new Addressed(List.of(), List.of(new Event.Circle(role, null)));
    }

    private static List<UUID> behind(Actor actor, Disbursement d) {
        return Stream.concat(people(d).stream(), d.steps().stream().map(Disbursement.Taken::personId))
                .distinct()
                .filter(id -> !id.equals(actor.personId()))
                .toList();
    }

    private static List<UUID> people(Disbursement d) {
        return Stream.of(
                        java.util.Optional.of(d.appliedBy()),
                        java.util.Optional.ofNullable(d.ofCase().executorId()),
                        java.util.Optional.ofNullable(d.ofCase().judgeId()))
                .flatMap(java.util.Optional::stream)
                .distinct()
                .toList();
    }

    private Uni<Integer> put(SqlConnection tx, Disbursement d, String topic, Addressed to, String reason) {
        return outbox.put(
                tx,
                d.courtId(),
                List.of(event(
                        d,
                        topic,
                        topic + ":" + d.id(),
                        to,
                        params(d, d.amount().setScale(2).toPlainString(), reason))));
    }

    private static Map<String, String> params(Disbursement d, String amount, String reason) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("number", d.ofCase().number());
        params.put("paper", d.number());
        params.put("amount", amount);
        params.put("reason", reason);
        return params;
    }

    private Event event(Disbursement d, String topic, String key, Addressed to, Map<String, String> params) {
        return new Event(
                topic, key, to.people(), to.circles(), params, d.ofCase().id(), null, clock.today());
    }

    private static String text(@Nullable String said) {
        return said == null ? "—" : said;
    }
}
