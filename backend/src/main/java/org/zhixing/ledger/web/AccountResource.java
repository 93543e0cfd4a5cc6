package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.paper.CardPdf;
import org.zhixing.ledger.paper.CardWorkbook;
import org.zhixing.ledger.rules.AccountCard;
import org.zhixing.ledger.rules.CaseAccount;
import org.zhixing.ledger.rules.MoneyDay;
import org.zhixing.ledger.store.CardRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The account of a case entry by entry: on screen, as a chart, on paper. */
@Path("/api/v1/cases/{id}/account")
@Tag(name = "ledger")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
})
public class AccountResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    private final Actors actors;
    private final Cases cases;
    private final Accounts accounts;
    private final CardRows rows;
    private final Names names;
    private final CardPdf pdf;
    private final CardWorkbook workbook;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    AccountResource(
            Actors actors,
            Cases cases,
            Accounts accounts,
            CardRows rows,
            Names names,
            CardPdf pdf,
            CardWorkbook workbook,
            Looks looks,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.cases = cases;
        this.accounts = accounts;
        this.rows = rows;
        this.names = names;
        this.pdf = pdf;
        this.workbook = workbook;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    /** A day on which money moved. */
    @Schema(name = "MoneyDay")
    public record MoneyDayView(
            LocalDate day,
            @Schema(examples = "100.00") String moneyIn,
            @Schema(examples = "0.00") String moneyOut,

            @Schema(description = "In the evening", examples = "100.00")
            String balance) {
        static MoneyDayView from(MoneyDay day) {
            return new MoneyDayView(day.day(), yuan(day.in()), yuan(day.out()), yuan(day.balance()));
        }
    }

    /** A case in sight with its account. */
    private record Seen(Actor actor, EnforcementCase subject, CaseAccount account) {}

    @GET
    @Path("entries")
    @Operation(
            operationId = "listAccountEntries",
            summary = "The account's entries, each with the balance after it",
            description = "order=newest (the default) or oldest. A reversal and what it reverses name each other.")
    public Uni<Page<AccountEntryView>> entries(
            @RestPath UUID id,
            @RestQuery @Nullable String order,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        boolean newest = !"oldest".equals(order);
        if (order != null && newest && !order.equals("newest")) {
            throw Refusal.field("order", order, "field.unknown");
        }
        int size = Page.limit(limit);
        long from = from(Cursor.parse(cursor), newest);
        return seen(id).chain(seen -> names.of(seen.actor().courtId())
                .chain(known -> rows.page(database.reading(), seen.account().id(), id, newest, from, size + 1)
                        .map(lines -> Page.of(lines, size, line -> Cursor.of("position", line.position()))
                                .map(line -> AccountEntryView.from(line, known, seen.actor(), handles(seen)))))
                .call(() -> looks.at(seen.actor(), look("account.looked", seen))));
    }

    private static Entry look(String action, Seen seen) {
        return new Entry(
                action,
                seen.subject().id(),
                seen.account().id(),
                Map.of("number", seen.subject().row().number().text()));
    }

    private static boolean handles(Seen seen) {
        return seen.subject().handledBy(seen.actor().personId());
    }

    @GET
    @Path("series")
    @Operation(
            operationId = "getAccountSeries",
            summary = "Money in and out of the account by day",
            description = "Days without any are left out; the balance stays from day to day.")
    public Uni<List<MoneyDayView>> series(@RestPath UUID id) {
        return seen(id).chain(
                        seen -> rows.series(database.reading(), seen.account().id())
                                .call(() -> looks.at(seen.actor(), look("account.looked", seen))))
                .map(days -> days.stream().map(MoneyDayView::from).toList());
    }

    @GET
    @Path("card.pdf")
    @Produces(PDF)
    @Operation(operationId = "getAccountCardPdf", summary = "The account's card on A4 paper, in Chinese")
    public Uni<Response> pdf(@RestPath UUID id) {
        return card(id, pdf::pages, PDF, "pdf");
    }

    @GET
    @Path("card.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "getAccountCardWorkbook", summary = "The account's card as a workbook")
    public Uni<Response> workbook(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Locale locale = Messages.locale(language);
        return card(id, card -> workbook.of(card, locale), XLSX, "xlsx");
    }

    /** What is made by computing is made beside the event loop. */
    private Uni<Response> card(UUID id, Function<AccountCard, byte[]> paper, String type, String ending) {
        return seen(id).call(seen -> looks.took(seen.actor(), look("account.exported", seen)))
                .chain(seen -> actors.person().chain(maker -> rows.all(
                                database.reading(), seen.account().id(), id)
                        .map(lines -> new AccountCard(
                                heading(maker, seen.subject()), seen.account(), lines, maker.name(), clock.now()))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(card -> Response.ok(paper.apply(card), type)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"card." + ending + "\"; filename*=UTF-8''"
                                        + encoded(card.heading().caseNumber() + "案款明细账." + ending))
                        .build());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static AccountCard.Heading heading(Person maker, EnforcementCase subject) {
        return new AccountCard.Heading(
                maker.courtName(),
                subject.row().number().text(),
                subject.row().cause(),
                parties(subject, PartyRole.APPLICANT),
                parties(subject, PartyRole.RESPONDENT));
    }

    private static String parties(EnforcementCase subject, PartyRole role) {
        return String.join(
                "、",
                subject.row().parties().stream()
                        .filter(party -> party.role() == role)
                        .map(NamedParty::name)
                        .toList());
    }

    private Uni<Seen> seen(UUID id) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(subject -> accounts.ofCase(database.reading(), actor.courtId(), id)
                        .map(found -> new Seen(actor, subject, found.orElseThrow(Refusal::notFound)))));
    }

    private static long from(@Nullable Cursor cursor, boolean newest) {
        try {
            return cursor != null ? Long.parseLong(cursor.id()) : newest ? Long.MAX_VALUE : 0;
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", null, "field.cursor");
        }
    }

    private static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
