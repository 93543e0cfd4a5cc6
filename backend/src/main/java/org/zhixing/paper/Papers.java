package org.zhixing.paper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.paper.rules.Age;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.paper.rules.Serving;
import org.zhixing.paper.store.PaperRows;
import org.zhixing.paper.store.ServingRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Json;
import org.zhixing.platform.Refusal;

/** The paper room as other rooms see it. Who may do what to a paper is the caller's to ask, its sight is asked here. */
@RegisterForReflection(
        targets = {PaperKinds.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class Papers {
    private static final String POLICY = "policy/papers-1.json";

    private final PaperRows rows;
    private final ServingRows servings;
    private final CourtClock clock;
    private final PaperKinds kinds;

    Papers(PaperRows rows, ServingRows servings, CourtClock clock, Json json) {
        this.rows = rows;
        this.servings = servings;
        this.clock = clock;
        this.kinds = json.read(Json.resource(POLICY), PaperKinds.class);
    }

    public PaperKinds kinds() {
        return kinds;
    }

    /** The kind; 400 where there is none of that code. */
    public PaperKinds.Kind kind(String code) {
        return kinds.find(code).orElseThrow(() -> Refusal.field("kind", code, "field.unknown"));
    }

    /** The paper within the actor's sight; 404 otherwise. */
    public Uni<Paper> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id)
                .map(found -> found.filter(p -> seen(actor, p)).orElseThrow(Refusal::notFound));
    }

    /** The paper locked; its case is locked before it. */
    public Uni<Paper> lock(SqlConnection tx, Actor actor, UUID id) {
        return rows.lock(tx, actor.courtId(), id)
                .map(found -> found.filter(p -> seen(actor, p)).orElseThrow(Refusal::notFound));
    }

    private static boolean seen(Actor actor, Paper paper) {
        return Visibility.ofCases(actor).covers(paper.of().team());
    }

    public Uni<List<Paper>> ofCase(SqlClient client, int courtId, UUID caseId, @Nullable UUID after, int limit) {
        return rows.ofCase(client, courtId, caseId, after, limit);
    }

    /** Papers that wait for a signature which may be the actor's, oldest first. */
    public Uni<List<Paper>> maybeFor(
            SqlClient client,
            Actor actor,
            List<String> kindsOfDesks,
            List<String> kindsOfTeam,
            @Nullable UUID after,
            int limit) {
        return rows.maybeFor(client, actor, kindsOfDesks, kindsOfTeam, after, limit);
    }

    /** Papers of those cases that wait for a signature, oldest first. */
    public Uni<List<Paper>> waiting(SqlClient client, int courtId, List<UUID> cases) {
        return rows.waiting(client, courtId, cases);
    }

    public Uni<Integer> insert(SqlConnection tx, Paper paper) {
        return rows.insert(tx, paper);
    }

    public Uni<Integer> update(SqlConnection tx, Paper paper) {
        return rows.update(tx, paper);
    }

    /** The number it has, or the next one of its word and this year. */
    public Uni<PaperNumber> number(SqlConnection tx, Paper paper, LocalDate today) {
        PaperNumber had = paper.number();
        return had != null
                ? Uni.createFrom().item(had)
                : rows.take(tx, paper.courtId(), kinds.kind(paper.kind()).word(), today.getYear());
    }

    public Uni<Integer> keepEdition(SqlConnection tx, Paper paper, UUID by) {
        return rows.keepEdition(tx, paper, by);
    }

    public Uni<Integer> serve(SqlConnection tx, Paper paper, Serving serving, @Nullable UUID suspension) {
        return servings.insert(tx, paper, serving, suspension, clock.now());
    }

    public Uni<Map<UUID, List<Serving>>> servings(SqlClient client, int courtId, List<UUID> papers) {
        return servings.of(client, courtId, papers);
    }

    /** Whether the enforcement notice is held served on that party on the day. */
    public Uni<Boolean> noticeServed(SqlClient client, int courtId, UUID caseId, String recipient, LocalDate on) {
        return servings.served(client, courtId, caseId, "ENFORCEMENT_NOTICE", recipient, on);
    }

    /** Whether that party is known not to be a minor; organisations are none. */
    public Uni<Boolean> ofAge(SqlClient client, int courtId, UUID caseId, String name, LocalDate on) {
        return rows.idNumberOf(client, courtId, caseId, name)
                .map(number -> number.map(known -> Age.isMajor(known, on)).orElse(true));
    }
}
