package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.CourtClock;
import org.zhixing.referral.rules.Referral;
import org.zhixing.referral.rules.ReferralStatus;

/** What happens to a referral, as the case's trail keeps it, and as the other one of the two is told. */
@ApplicationScoped
class ReferralTold {
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    ReferralTold(Outbox outbox, Audit audit, CourtClock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Void> asked(SqlConnection tx, Actor by, Referral referral) {
        return tell(
                tx,
                by,
                referral,
                Topic.REFERRAL_ASKED,
                referral.detail(),
                referral.of().handlers().judgeId());
    }

    /** Who asked learns the decision, the judge that it was taken back; today's executor learns it where another asked. */
    Uni<Void> ended(SqlConnection tx, Actor by, Referral referral, Referral.End end) {
        Topic topic = Topic.of("referral." + referral.status().name().toLowerCase(Locale.ROOT))
                .orElseThrow();
        boolean back = referral.status() == ReferralStatus.WITHDRAWN;
        return back
                ? tell(
                        tx,
                        by,
                        referral,
                        topic,
                        end.reason(),
                        referral.of().handlers().judgeId())
                : tell(
                        tx,
                        by,
                        referral,
                        topic,
                        end.reason(),
                        referral.askedBy(),
                        referral.of().handlers().executorId());
    }

    private Uni<Void> tell(
            SqlConnection tx, Actor by, Referral referral, Topic topic, String reason, @Nullable UUID... people) {
        List<UUID> told = Stream.of(people)
                .flatMap(Stream::ofNullable)
                .filter(person -> !person.equals(by.personId()))
                .distinct()
                .toList();
        Map<String, String> params =
                Map.of("number", referral.of().number(), "matter", referral.matter(), "reason", reason);
        var event = new Event(
                topic.key(),
                topic.key() + ":" + referral.id(),
                told,
                List.of(),
                params,
                referral.of().id(),
                null,
                clock.today());
        var entry = new Entry(
                topic.key(), referral.of().id(), referral.id(), Map.of("matter", referral.matter(), "reason", reason));
        Uni<Integer> sent =
                told.isEmpty() ? Uni.createFrom().item(0) : outbox.put(tx, referral.courtId(), List.of(event));
        return sent.chain(() -> audit.write(tx, Audit.by(by), List.of(entry)));
    }
}
