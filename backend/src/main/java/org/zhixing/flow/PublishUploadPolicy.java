package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.dossier.UploadPolicies;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;

/** Publishes which files are taken and how large, from a day on; what was filed before stays as it is. */
@RegisterForReflection(
        targets = {PublishUploadPolicy.Wish.class, PublishUploadPolicy.Done.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class PublishUploadPolicy {
    private static final List<Event.Circle> TOLD = Stream.of(Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.ARCHIVE)
            .map(role -> new Event.Circle(role, null))
            .toList();

    private final Database database;
    private final UploadPolicies policies;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    PublishUploadPolicy(
            Database database, UploadPolicies policies, Outbox outbox, Audit audit, Once once, CourtClock clock) {
        this.database = database;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What is to be taken, from when, and why it changes. */
    public record Wish(UploadPolicy policy, LocalDate effectiveFrom, String reason) {}

    /** The version it became. */
    public record Done(int version) {}

    /** 400 where the day is past or not after the version before. */
    public Uni<Integer> publish(Actor actor, Wish wish, @Nullable String key) {
        int court = actor.courtId();
        var ticket = new Once.Ticket(court, actor.personId(), key, "publish-upload-policy", wish);
        var wanted = new UploadPolicies.Published(
                0, wish.effectiveFrom(), wish.policy(), clock.now(), actor.personId(), wish.reason());
        return database.inTransaction(tx -> once.run(tx, ticket, Done.class, () -> policies.publish(tx, court, wanted)
                        .call(version -> outbox.put(tx, court, List.of(event(court, version, wish))))
                        .call(version -> audit.write(tx, Audit.by(actor), List.of(entry(version, wish))))
                        .map(Done::new)))
                .map(Done::version);
    }

    private Event event(int court, int version, Wish wish) {
        return new Event(
                "upload-policy.published",
                "upload-policy.published:" + court + ":" + version,
                List.of(),
                TOLD,
                Map.of("from", wish.effectiveFrom().toString(), "reason", wish.reason()),
                null,
                null,
                clock.today());
    }

    private static Entry entry(int version, Wish wish) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("version", version);
        detail.put("effectiveFrom", wish.effectiveFrom());
        detail.put("reason", wish.reason());
        return new Entry("upload-policy.published", null, null, detail);
    }
}
