package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.StandIns;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.StandIn;
import org.zhixing.access.rules.StandInPermits;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** A leader who will be away lends their decisions to somebody (代行审批), from one day to another, and takes them back. */
@RegisterForReflection(
        targets = {LendRole.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class LendRole {
    /** An absence longer than this is a change of office. */
    private static final int MOST_DAYS = 92;

    private final Database database;
    private final Actors actors;
    private final StandIns standIns;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    LendRole(
            Database database,
            Actors actors,
            StandIns standIns,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.actors = actors;
        this.standIns = standIns;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    public record Wish(Role role, UUID standInId, LocalDate from, LocalDate to, String reason) {}

    /** 403 not a role of the caller's own, 400 days that cannot be, 422 whom separation of duties excludes, 409 overlapping. */
    public Uni<UUID> lend(Actor actor, Wish wish, @Nullable String key) {
        days(wish);
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "stand-in.lent", wish);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> actors.personOf(
                                wish.standInId())
                        .map(found -> found.filter(p -> p.courtId() == actor.courtId())
                                .orElseThrow(() -> Refusal.field("standInId", wish.standInId(), "field.unknown")))
                        .chain(to -> lend(tx, actor, wish, to))))
                .call(standIns::changed)
                .map(FileCase.Made::id);
    }

    private void days(Wish wish) {
        LocalDate today = clock.today();
        if (wish.from().isBefore(today)) {
            throw Refusal.field("from", wish.from(), "field.range", today, today.plusYears(1));
        }
        LocalDate latest = wish.from().plusDays(MOST_DAYS);
        if (wish.to().isBefore(wish.from()) || wish.to().isAfter(latest)) {
            throw Refusal.field("to", wish.to(), "field.range", wish.from(), latest);
        }
    }

    private Uni<FileCase.Made> lend(SqlConnection tx, Actor actor, Wish wish, Person to) {
        StandInPermits.deny(actor, wish.role(), to).ifPresent(denial -> {
            throw denial.lender()
                    ? Refusal.forbidden(denial.code(), "一(五)")
                    : Refusal.rule(denial.code(), "一(五)", to.name());
        });
        StandIn lent = new StandIn(
                ids.next(),
                actor.courtId(),
                actor.personId(),
                to.id(),
                wish.role(),
                wish.from(),
                wish.to(),
                wish.reason(),
                clock.today(),
                null);
        return standIns.insert(tx, lent)
                .chain(() -> tell(tx, actor, lent, Topic.STAND_IN_LENT))
                .replaceWith(new FileCase.Made(lent.id()));
    }

    public Uni<Void> revoke(Actor actor, UUID id) {
        return database.inTransaction(tx -> standIns.revoke(tx, actor, id, clock.today())
                        .chain(ended -> tell(tx, actor, ended, Topic.STAND_IN_REVOKED)))
                .call(standIns::changed);
    }

    private Uni<Void> tell(SqlConnection tx, Actor actor, StandIn of, Topic topic) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("by", actor.name());
        params.put("from", of.from().toString());
        params.put("to", of.to().toString());
        params.put("reason", of.reason());
        Map<String, Object> detail = new LinkedHashMap<>(params);
        detail.put("role", of.role().roleName());
        detail.put("standIn", of.standInId().toString());
        var event = new Event(
                topic.key(),
                topic.key() + ":" + of.id(),
                List.of(of.standInId()),
                List.of(),
                params,
                null,
                null,
                clock.today());
        return outbox.put(tx, of.courtId(), List.of(event))
                .chain(() -> audit.write(tx, Audit.by(actor), List.of(new Entry(topic.key(), null, of.id(), detail))));
    }
}
