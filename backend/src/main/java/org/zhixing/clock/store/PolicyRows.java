package org.zhixing.clock.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Publications;
import org.zhixing.platform.Versioned;

/** Versions of the node table, and the court's calendar years. */
@RegisterForReflection(
        targets = {NodePolicyDocument.class, CalendarYear.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class PolicyRows {
    private static final Publications PUBLISHED = new Publications("node_policy");

    private final Json json;

    PolicyRows(Json json) {
        this.json = json;
    }

    public Uni<List<Versioned<NodePolicyDocument>>> versions(SqlClient client, int courtId) {
        return PUBLISHED.versions(client, courtId, document -> json.read(document, NodePolicyDocument.class));
    }

    public Uni<List<CalendarYear>> years(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select document::text from court_calendar where court_id = $1 order by year",
                row -> json.read(row.getString(0), CalendarYear.class),
                courtId);
    }

    public Uni<CourtCalendar> calendar(SqlClient client, int courtId) {
        return years(client, courtId)
                .map(years -> CourtCalendar.of(
                        years.stream().collect(Collectors.toMap(CalendarYear::year, Function.identity()))));
    }

    public Uni<Integer> saveYear(SqlConnection tx, int courtId, CalendarYear year, UUID by) {
        return Database.execute(
                tx,
                "insert into court_calendar (court_id, year, document, uploaded_by)"
                        + " values ($1, $2, $3::text::jsonb, $4) on conflict (court_id, year)"
                        + " do update set document = excluded.document, uploaded_by = excluded.uploaded_by,"
                        + " uploaded_at = now()",
                courtId,
                year.year(),
                json.text(year),
                by);
    }

    /** Held by whoever dates nodes, until the transaction ends: the calendar does not change under them. */
    public Uni<Integer> shareCalendar(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock_shared(7001, $1)", courtId);
    }

    /** Held by whoever changes the calendar: waits for those who date nodes by the old one. */
    public Uni<Integer> ownCalendar(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock(7001, $1)", courtId);
    }

    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return PUBLISHED.list(client, courtId);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return PUBLISHED.insert(tx, courtId, version);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, NodePolicyDocument document) {
        return PUBLISHED.adopt(tx, effectiveFrom, json.text(document));
    }

    /** These years for every court that has them not. */
    public Uni<Integer> adoptYears(SqlConnection tx, List<CalendarYear> years) {
        return Database.execute(
                tx,
                "insert into court_calendar (court_id, year, document)"
                        + " select c.id, (d::jsonb ->> 'year')::int, d::jsonb from court c, unnest($1::text[]) d"
                        + " on conflict do nothing",
                (Object) years.stream().map(json::text).toArray(String[]::new));
    }
}
