package org.zhixing.cases.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyContact;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of cases and their parties; rule objects go in and come out. */
@RegisterForReflection(
        targets = {CaseRow.class, NamedParty.class, EnforcementCase.Closure.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class CaseRows {
    private static final String COLUMNS = """
            c.id, c.court_id, c.number, c.kind, c.cause, c.matter, c.claim_amount, c.filed_on, c.first_filed_on,
            c.preserved, c.four_checks_sufficient, c.auction_needed, c.refusal_or_criminal, c.team, c.judge_id,
            c.executor_id, c.status, c.closure::text, c.archived_on, c.archived_by,
            c.next_due_on, c.version,
            (select json_agg(json_build_object('role', p.role, 'kind', p.kind, 'name', p.name) order by p.position)::text
             from party p where p.case_id = c.id) as parties
            """;

    private static final String INSERT = """
            insert into enforcement_case (id, court_id, number, year, court_code, word, serial, kind, cause, matter,
                claim_amount, filed_on, first_filed_on, preserved, four_checks_sufficient, auction_needed,
                refusal_or_criminal, enterprise_party, applicants, respondents, search, team, judge_id, executor_id,
                next_due_on)
            select x.id, x.court_id, x.number, x.year, x.court_code, x.word, x.serial, x.kind, x.cause, x.matter,
                x.claim_amount, x.filed_on, x.first_filed_on, x.preserved, x.four_checks_sufficient, x.auction_needed,
                x.refusal_or_criminal, x.enterprise_party, x.applicants::text[], x.respondents::text[], x.search,
                x.team, x.judge_id, x.executor_id, x.next_due_on
            from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::int[], $8::text[],
                    $9::text[], $10::text[], $11::numeric[], $12::date[], $13::date[], $14::boolean[], $15::boolean[],
                    $16::boolean[], $17::boolean[], $18::boolean[], $19::text[], $20::text[], $21::text[],
                    $22::text[], $23::uuid[], $24::uuid[], $25::date[])
                as x (id, court_id, number, year, court_code, word, serial, kind, cause, matter, claim_amount,
                    filed_on, first_filed_on, preserved, four_checks_sufficient, auction_needed, refusal_or_criminal,
                    enterprise_party, applicants, respondents, search, team, judge_id, executor_id, next_due_on)
            on conflict (court_id, number) do nothing
            returning id
            """;

    private static final String UPDATE = """
            update enforcement_case c set kind = x.kind, cause = x.cause, matter = x.matter,
                claim_amount = x.claim_amount, filed_on = x.filed_on, first_filed_on = x.first_filed_on,
                preserved = x.preserved, four_checks_sufficient = x.four_checks_sufficient,
                auction_needed = x.auction_needed, refusal_or_criminal = x.refusal_or_criminal,
                enterprise_party = x.enterprise_party, applicants = x.applicants, respondents = x.respondents,
                search = x.search, team = x.team, judge_id = x.judge_id, executor_id = x.executor_id,
                status = x.status, closed_on = x.closed_on, closure = x.closure::jsonb,
                archived_on = x.archived_on, archived_by = x.archived_by, next_due_on = x.next_due_on,
                version = c.version + 1
            from json_to_recordset($1::text::json) as x (id uuid, kind text, cause text, matter text,
                claim_amount numeric, filed_on date, first_filed_on date, preserved boolean,
                four_checks_sufficient boolean, auction_needed boolean, refusal_or_criminal boolean,
                enterprise_party boolean, applicants text[], respondents text[], search text, team text,
                judge_id uuid, executor_id uuid, status text, closed_on date, closure text,
                archived_on date, archived_by uuid, next_due_on date)
            where c.id = x.id
            """;

    private static final String INSERT_PARTIES = """
            insert into party (id, court_id, case_id, position, role, kind, name, id_number, phone, address)
            select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[])
            """;

    private final Json json;

    CaseRows(Json json) {
        this.json = json;
    }

    /** Inserts the cases whose numbers are free; answers the ids that went in. */
    public Uni<Set<UUID>> insert(SqlConnection tx, List<EnforcementCase> cases) {
        Columns<CaseRow> columns =
                new Columns<>(cases.stream().map(c -> CaseRow.from(c, json)).toList());
        return Database.list(
                        tx,
                        INSERT,
                        row -> row.getUUID(0),
                        columns.uuids(CaseRow::id),
                        columns.ints(CaseRow::courtId),
                        columns.texts(CaseRow::number),
                        columns.ints(CaseRow::year),
                        columns.texts(CaseRow::courtCode),
                        columns.texts(CaseRow::word),
                        columns.ints(CaseRow::serial),
                        columns.names(CaseRow::kind),
                        columns.texts(CaseRow::cause),
                        columns.names(CaseRow::matter),
                        columns.decimals(CaseRow::claimAmount),
                        columns.dates(CaseRow::filedOn),
                        columns.dates(CaseRow::firstFiledOn),
                        columns.booleans(CaseRow::preserved),
                        columns.booleans(CaseRow::fourChecksSufficient),
                        columns.booleans(CaseRow::auctionNeeded),
                        columns.booleans(CaseRow::refusalOrCriminal),
                        columns.booleans(CaseRow::enterpriseParty),
                        columns.arrays(CaseRow::applicants),
                        columns.arrays(CaseRow::respondents),
                        columns.texts(CaseRow::search),
                        columns.names(CaseRow::team),
                        columns.uuids(CaseRow::judgeId),
                        columns.uuids(CaseRow::executorId),
                        columns.dates(CaseRow::nextDueOn))
                .map(Set::copyOf);
    }

    public Uni<Integer> insertParties(SqlConnection tx, List<PartyRow> parties) {
        Columns<PartyRow> columns = new Columns<>(parties);
        return Database.execute(
                tx,
                INSERT_PARTIES,
                columns.uuids(PartyRow::id),
                columns.ints(PartyRow::courtId),
                columns.uuids(PartyRow::caseId),
                columns.ints(PartyRow::position),
                columns.names(PartyRow::role),
                columns.names(PartyRow::kind),
                columns.texts(PartyRow::name),
                columns.texts(PartyRow::idNumber),
                columns.texts(PartyRow::phone),
                columns.texts(PartyRow::address));
    }

    public Uni<Integer> deleteParties(SqlConnection tx, UUID caseId) {
        return Database.execute(tx, "delete from party where case_id = $1", caseId);
    }

    /** Writes the case back and raises its version. */
    public Uni<Integer> update(SqlConnection tx, EnforcementCase changed) {
        return Database.execute(tx, UPDATE, json.snakeText(CaseRow.class, List.of(CaseRow.from(changed, json))));
    }

    public Uni<Optional<EnforcementCase>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select " + COLUMNS + " from enforcement_case c where c.id = $1 and c.court_id = $2",
                this::read,
                id,
                courtId);
    }

    /**
     * Finds the case and keeps others from changing it until the transaction ends. Its key never changes: rows that refer
     * to it, such as notices being delivered, need not wait.
     */
    public Uni<Optional<EnforcementCase>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx,
                "select " + COLUMNS
                        + " from enforcement_case c where c.id = $1 and c.court_id = $2 for no key update of c",
                this::read,
                id,
                courtId);
    }

    /**
     * The stored cases of these numbers, for the import's comparison. Asked one by one inside the database: for a list of
     * numbers a planner without statistics, as in a new court's first import, reads the whole court for every batch.
     */
    public Uni<Map<String, EnforcementCase>> byNumbers(SqlClient client, int courtId, List<String> numbers) {
        return Database.list(
                        client,
                        "select " + COLUMNS + " from unnest($2::text[]) asked (number) cross join lateral (select *"
                                + " from enforcement_case c where c.court_id = $1 and c.number = asked.number offset 0) c",
                        this::read,
                        courtId,
                        numbers.toArray(String[]::new))
                .map(found -> found.stream()
                        .collect(Collectors.toMap(c -> c.row().number().text(), c -> c)));
    }

    /** The ids of the stored cases of these numbers; asked one by one as above. */
    public Uni<Map<String, UUID>> idsByNumbers(SqlClient client, int courtId, List<String> numbers) {
        return Database.list(
                        client,
                        "select c.number, c.id from unnest($2::text[]) asked (number) cross join lateral (select number, id"
                                + " from enforcement_case c where c.court_id = $1 and c.number = asked.number offset 0) c",
                        row -> Map.entry(row.getString(0), row.getUUID(1)),
                        courtId,
                        numbers.toArray(String[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Uni<Map<UUID, EnforcementCase>> byIds(SqlClient client, int courtId, List<UUID> ids) {
        return Database.list(
                        client,
                        "select " + COLUMNS + " from unnest($2::uuid[]) asked (id) cross join lateral (select *"
                                + " from enforcement_case c where c.court_id = $1 and c.id = asked.id offset 0) c",
                        this::read,
                        courtId,
                        ids.toArray(UUID[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(EnforcementCase::id, c -> c)));
    }

    public Uni<Set<UUID>> handledBy(SqlClient client, int courtId, UUID person, List<UUID> caseIds) {
        return Database.list(
                        client,
                        "select id from enforcement_case where id = any ($1) and court_id = $2"
                                + " and $3 in (judge_id, executor_id)",
                        row -> row.getUUID(0),
                        caseIds.toArray(UUID[]::new),
                        courtId,
                        person)
                .map(Set::copyOf);
    }

    public Uni<Set<UUID>> openAmong(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                        client,
                        "select id from enforcement_case where id = any ($1) and court_id = $2 and status = 'OPEN'",
                        row -> row.getUUID(0),
                        caseIds.toArray(UUID[]::new),
                        courtId)
                .map(Set::copyOf);
    }

    public Uni<Integer> lockAll(SqlConnection tx, int courtId, List<UUID> ids) {
        return Database.execute(
                tx,
                "select 1 from enforcement_case where id = any ($1) and court_id = $2 order by id for no key update",
                ids.toArray(UUID[]::new),
                courtId);
    }

    public Uni<List<PartyRow>> parties(SqlClient client, UUID caseId) {
        return Database.list(
                client,
                "select id, court_id, case_id, position, role, kind, name, id_number, phone, address from party"
                        + " where case_id = $1 order by position",
                row -> new PartyRow(
                        row.getUUID(0),
                        row.getInteger(1),
                        row.getUUID(2),
                        row.getInteger(3),
                        PartyRole.valueOf(row.getString(4)),
                        PartyKind.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)),
                caseId);
    }

    /** The parties of the cases with where they are found, in their order. */
    public Uni<List<PartyContact>> contacts(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                client,
                "select case_id, role, name, phone, address from party where case_id = any ($1) and court_id = $2"
                        + " order by case_id, position",
                row -> new PartyContact(
                        row.getUUID(0),
                        PartyRole.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)),
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    private EnforcementCase read(Row row) {
        String matter = row.getString("matter");
        RegisterRow register = new RegisterRow(
                CaseNumber.parse(row.getString("number")),
                CaseKind.valueOf(row.getString("kind")),
                row.getLocalDate("filed_on"),
                row.getString("cause"),
                row.getBigDecimal("claim_amount"),
                Matter.valueOf(matter),
                parties(row.getString("parties")),
                row.getBoolean("preserved"),
                row.getBoolean("four_checks_sufficient"),
                row.getBoolean("auction_needed"),
                row.getBoolean("refusal_or_criminal"),
                row.getLocalDate("first_filed_on"),
                null,
                null);
        String team = row.getString("team");
        String closure = row.getString("closure");
        LocalDate archivedOn = row.getLocalDate("archived_on");
        return new EnforcementCase(
                row.getUUID("id"),
                row.getInteger("court_id"),
                register,
                team == null ? null : Team.valueOf(team),
                row.getUUID("judge_id"),
                row.getUUID("executor_id"),
                CaseStatus.valueOf(row.getString("status")),
                closure == null ? null : json.read(closure, EnforcementCase.Closure.class),
                archivedOn == null ? null : new EnforcementCase.Archiving(archivedOn, row.getUUID("archived_by")),
                row.getLocalDate("next_due_on"),
                row.getInteger("version"));
    }

    private List<NamedParty> parties(@Nullable String text) {
        return text == null ? List.of() : List.of(json.read(text, NamedParty[].class));
    }
}
