package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.platform.CourtClock;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** What happens to a paper, as the case's trail keeps it and as those whose turn it is are told. */
@ApplicationScoped
class PaperTold {
    private final Papers papers;
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    PaperTold(Papers papers, Outbox outbox, Audit audit, CourtClock clock) {
        this.papers = papers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Void> trail(SqlConnection tx, Actor by, Paper paper, String action, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("paper", name(paper));
        detail.put("kind", paper.kind());
        detail.putAll(more);
        return audit.write(
                tx, Audit.by(by), List.of(new Entry(action, paper.of().id(), paper.id(), detail)));
    }

    /** To those whose turn it is to sign, but for whoever did this. */
    Uni<Integer> toSign(SqlConnection tx, Actor by, Paper paper, List<Seat> turn) {
        List<UUID> people = new ArrayList<>();
        List<Event.Circle> circles = new ArrayList<>();
        turn.forEach(seat -> address(seat, paper.of().handlers(), people, circles));
        people.remove(by.personId());
        return put(tx, paper, Topic.PAPER_TO_SIGN, turn.toString(), people, circles, "");
    }

    /** To those whose turn it has become with the case, by the version in which the case came to them. */
    Uni<Integer> passedOn(SqlConnection tx, Paper paper, List<UUID> people, int ofCase) {
        return put(tx, paper, Topic.PAPER_TO_SIGN, "with case " + ofCase, people, List.of(), "");
    }

    /** To the handlers and who drafted it: all have signed. */
    Uni<Integer> signed(SqlConnection tx, Actor by, Paper paper) {
        return put(tx, paper, Topic.PAPER_SIGNED, "", handlers(by, paper), List.of(), "");
    }

    /** To who drafted it and to those who have signed: it is a draft again. */
    Uni<Integer> returned(SqlConnection tx, Actor by, Paper paper, List<UUID> signers, String reason) {
        List<UUID> people = Stream.concat(Stream.of(paper.draftedBy()), signers.stream())
                .filter(person -> !person.equals(by.personId()))
                .distinct()
                .toList();
        return put(tx, paper, Topic.PAPER_RETURNED, "", people, List.of(), reason);
    }

    Uni<Integer> served(SqlConnection tx, Actor by, Paper paper, UUID serving, String whom) {
        return put(tx, paper, Topic.PAPER_SERVED, serving.toString(), handlers(by, paper), List.of(), whom);
    }

    private static List<UUID> handlers(Actor by, Paper paper) {
        OfCase of = paper.of().handlers();
        return Stream.of(
                        Stream.<@Nullable UUID>of(of.judgeId()),
                        Stream.<@Nullable UUID>of(of.executorId()),
                        Stream.<@Nullable UUID>of(paper.draftedBy()))
                .flatMap(each -> each)
                .flatMap(Stream::ofNullable)
                .filter(person -> !person.equals(by.personId()))
                .distinct()
                .toList();
    }

    private static void address(Seat seat, OfCase of, List<UUID> people, List<Event.Circle> circles) {
        switch (seat) {
            case CASE_JUDGE -> Stream.ofNullable(of.judgeId()).forEach(people::add);
            case CASE_EXECUTOR -> Stream.ofNullable(of.executorId()).forEach(people::add);
            case CASE_CLERK -> clerk(of, people, circles);
            case DIRECTOR -> circles.add(new Event.Circle(Roles.DIRECTOR, null));
            case PRESIDENT -> circles.add(new Event.Circle(Roles.PRESIDENT, null));
            case NODE_CONTROL -> circles.add(new Event.Circle(Roles.NODE_CONTROL, null));
            case FUNDS -> circles.add(new Event.Circle(Roles.FUNDS, null));
        }
    }

    /** Who recorded it, else the team's clerks. */
    private static void clerk(OfCase of, List<UUID> people, List<Event.Circle> circles) {
        UUID recorder = of.clerkId();
        if (recorder != null) {
            people.add(recorder);
        } else {
            Stream.ofNullable(of.team()).forEach(team -> circles.add(new Event.Circle(Roles.CLERK, team.name())));
        }
    }

    private Uni<Integer> put(
            SqlConnection tx,
            Paper paper,
            Topic topic,
            String nth,
            List<UUID> people,
            List<Event.Circle> circles,
            String reason) {
        if (people.isEmpty() && circles.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Map<String, String> params = Map.of("number", paper.of().number(), "paper", name(paper), "reason", reason);
        String key = topic.key() + ":" + paper.id() + ":" + paper.edition() + ":" + nth;
        return outbox.put(
                tx,
                paper.courtId(),
                List.of(new Event(
                        topic.key(), key, people, circles, params, paper.of().id(), null, clock.today())));
    }

    /** 执行通知书 执通〔2022〕1号 */
    String name(Paper paper) {
        PaperNumber number = paper.number();
        String kind = papers.kind(paper.kind()).zh();
        return number == null ? kind : kind + " " + number.text();
    }
}
