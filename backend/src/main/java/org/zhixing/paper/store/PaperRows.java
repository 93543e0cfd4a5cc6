package org.zhixing.paper.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.paper.rules.PaperStatus;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;
import org.zhixing.signing.rules.OfCase;

/** Rows of papers, each with its case as it stands today, and their numbers. */
@RegisterForReflection(
        targets = {PaperRows.Fields.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class PaperRows {
    private static final String SELECT = """
            select p.id, p.court_id, p.case_id, c.number, c.team, c.status = 'OPEN', c.judge_id, c.executor_id, p.kind,
                p.status, p.word, p.year, p.serial, p.edition, p.template, p.addressee, p.fields::text, p.file_id,
                p.sha256, p.fixed_at, p.drafted_by, p.drafted_on, p.item_id, p.reason, p.version, p.large,
                p.clerk_id, p.signing_version
            from paper p join enforcement_case c on c.id = p.case_id
            """;

    private static final String TAKE = """
            insert into paper_serial as s (court_id, word, year, last) values ($1, $2, $3, 1)
            on conflict (court_id, word, year) do update set last = s.last + 1 returning last
            """;

    private final Json json;

    PaperRows(Json json) {
        this.json = json;
    }

    record Fields(Map<String, String> of) {}

    /** The next number of the year. Others who number under that word wait until the transaction ends. */
    public Uni<PaperNumber> take(SqlConnection tx, int courtId, String word, int year) {
        return Database.first(tx, TAKE, row -> row.getInteger(0), courtId, word, year)
                .map(serial -> new PaperNumber(word, year, serial.orElseThrow()));
    }

    public Uni<Integer> insert(SqlConnection tx, Paper p) {
        return Database.execute(
                tx,
                "insert into paper (id, court_id, case_id, kind, status, edition, template, addressee, fields,"
                        + " drafted_by, drafted_on, clerk_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::json, $10,"
                        + " $11, $12)",
                p.id(),
                p.courtId(),
                p.of().id(),
                p.kind(),
                p.status().name(),
                p.edition(),
                p.content().template(),
                p.content().addressee(),
                json.text(new Fields(p.content().fields())),
                p.draftedBy(),
                p.draftedOn(),
                p.of().handlers().clerkId());
    }

    /** Writes what may have changed, and raises the version. */
    public Uni<Integer> update(SqlConnection tx, Paper p) {
        PaperNumber number = p.number();
        Paper.Fixed fixed = p.fixed();
        return Database.execute(
                tx,
                "update paper set status = $2, word = $3, year = $4, serial = $5, edition = $6, template = $7,"
                        + " addressee = $8, fields = $9::text::json, file_id = $10, sha256 = $11, fixed_at = $12,"
                        + " item_id = $13, reason = $14, large = $15, signing_version = $16, version = version + 1"
                        + " where id = $1",
                p.id(),
                p.status().name(),
                number == null ? null : number.word(),
                number == null ? null : number.year(),
                number == null ? null : number.serial(),
                p.edition(),
                p.content().template(),
                p.content().addressee(),
                json.text(new Fields(p.content().fields())),
                fixed == null ? null : fixed.fileId(),
                fixed == null ? null : fixed.sha256(),
                fixed == null ? null : fixed.at().atOffset(ZoneOffset.UTC),
                p.itemId(),
                p.reason(),
                p.large(),
                p.signingVersion());
    }

    /** Keeps the edition that is fixed now for good. */
    public Uni<Integer> keepEdition(SqlConnection tx, Paper p, UUID by) {
        Paper.Fixed fixed = Objects.requireNonNull(p.fixed());
        return Database.execute(
                tx,
                "insert into paper_edition (paper_id, court_id, edition, template, addressee, fields, file_id, sha256,"
                        + " fixed_by, fixed_at, signing_version)"
                        + " values ($1, $2, $3, $4, $5, $6::text::json, $7, $8, $9, $10, $11)",
                p.id(),
                p.courtId(),
                p.edition(),
                p.content().template(),
                p.content().addressee(),
                json.text(new Fields(p.content().fields())),
                fixed.fileId(),
                fixed.sha256(),
                by,
                fixed.at().atOffset(ZoneOffset.UTC),
                fixed.signingVersion());
    }

    public Uni<Optional<Paper>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where p.id = $1 and p.court_id = $2", this::paper, id, courtId);
    }

    public Uni<Optional<Paper>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx, SELECT + " where p.id = $1 and p.court_id = $2 for update of p", this::paper, id, courtId);
    }

    /** The case's papers, newest first. */
    public Uni<List<Paper>> ofCase(SqlClient client, int courtId, UUID caseId, @Nullable UUID after, int limit) {
        return new Sql(SELECT + " where p.case_id = ? and p.court_id = ?", caseId, courtId)
                .addIf(after, " and p.id < ?")
                .add(" order by p.id desc limit ?", limit)
                .list(client, this::paper);
    }

    /** Papers that wait for a signature which may be the actor's, oldest first. */
    public Uni<List<Paper>> maybeFor(
            SqlClient client,
            Actor actor,
            List<String> kindsOfDesks,
            List<String> kindsOfTeam,
            @Nullable UUID after,
            int limit) {
        Team team = actor.has(Role.CLERK) ? actor.team() : null;
        return new Sql(SELECT + " where p.court_id = ? and p.status = 'TO_SIGN'", actor.courtId())
                .add(
                        " and (c.judge_id = ? or c.executor_id = ? or p.kind = any (?) or c.team = ? and p.kind = any (?))",
                        actor.personId(),
                        actor.personId(),
                        kindsOfDesks.toArray(String[]::new),
                        team == null ? null : team.name(),
                        kindsOfTeam.toArray(String[]::new))
                .addIf(after, " and p.id > ?")
                .add(" order by p.id limit ?", limit)
                .list(client, this::paper);
    }

    /** Papers of those cases that wait for a signature, oldest first. */
    public Uni<List<Paper>> waiting(SqlClient client, int courtId, List<UUID> cases) {
        return Database.list(
                client,
                SELECT + " where p.court_id = $1 and p.case_id = any ($2) and p.status = 'TO_SIGN' order by p.id",
                this::paper,
                courtId,
                cases.toArray(UUID[]::new));
    }

    /** The ID number of that party; empty for an organisation, "" where none is known. */
    public Uni<Optional<String>> idNumberOf(SqlClient client, int courtId, UUID caseId, String name) {
        return Database.first(
                client,
                "select coalesce(id_number, '') from party where case_id = $1 and court_id = $2 and name = $3"
                        + " and kind = 'NATURAL_PERSON' order by id_number nulls first limit 1",
                row -> row.getString(0),
                caseId,
                courtId,
                name);
    }

    private Paper paper(Row row) {
        String team = row.getString(4);
        String word = row.getString(10);
        UUID file = row.getUUID(17);
        return new Paper(
                row.getUUID(0),
                row.getInteger(1),
                new Paper.Of(
                        row.getUUID(2),
                        row.getString(3),
                        team == null ? null : Team.valueOf(team),
                        row.getBoolean(5),
                        new OfCase(
                                row.getUUID(6),
                                row.getUUID(7),
                                team == null ? null : Team.valueOf(team),
                                row.getUUID(26))),
                row.getString(8),
                PaperStatus.valueOf(row.getString(9)),
                word == null ? null : new PaperNumber(word, row.getInteger(11), row.getInteger(12)),
                row.getInteger(13),
                new Paper.Content(
                        row.getInteger(14),
                        row.getString(15),
                        json.read(row.getString(16), Fields.class).of()),
                file == null
                        ? null
                        : new Paper.Fixed(
                                file,
                                row.getString(18),
                                row.getOffsetDateTime(19).toInstant(),
                                row.getInteger(27)),
                row.getUUID(20),
                row.getLocalDate(21),
                row.getUUID(22),
                row.getString(23),
                row.getBoolean(25),
                row.getInteger(24));
    }
}
