package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.flow.CloseMonth;
import org.zhixing.ledger.Months;
import org.zhixing.ledger.rules.AccountKind;
import org.zhixing.ledger.rules.ClosedMonth;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.PlainValues;
import org.zhixing.platform.Refusal;

/** Months of the books: which are closed, and closing the next. */
@Path("/api/v1/ledger/months")
@Tag(name = "ledger")
public class MonthResource {
    private final Actors actors;
    private final Names names;
    private final Months months;
    private final CloseMonth closeMonth;
    private final Database database;
    private final Messages messages;

    MonthResource(
            Actors actors, Names names, Months months, CloseMonth closeMonth, Database database, Messages messages) {
        this.actors = actors;
        this.names = names;
        this.months = months;
        this.closeMonth = closeMonth;
        this.database = database;
        this.messages = messages;
    }

    /** A closed month. */
    @Schema(name = "ClosedMonth")
    public record ClosedMonthView(
            @Schema(examples = "2022-10") String month, PersonRef closedBy, LocalDate closedOn) {
        static ClosedMonthView from(ClosedMonth month, Map<UUID, Names.Known> known) {
            return new ClosedMonthView(
                    YearMonth.from(month.month()).toString(),
                    new PersonRef(
                            month.closedBy(),
                            known.getOrDefault(month.closedBy(), Names.Known.NOBODY)
                                    .name()),
                    month.closedOn());
        }
    }

    /** What was kept of a closed month. */
    @Schema(name = "MonthBooks")
    public record MonthBooksView(
            @Schema(examples = "2022-10") String month,
            List<ReconciliationView.Day> days,

            @Schema(description = "By kind of account, of all that was booked by the month's end")
            Map<AccountKind, String> balances) {}

    @GET
    @RolesAllowed({Roles.FUNDS, Roles.DIRECTOR, Roles.PRESIDENT, Roles.AUDITOR})
    @Operation(operationId = "listClosedMonths", summary = "The closed months, newest first")
    public Uni<List<ClosedMonthView>> list() {
        return actors.current().chain(actor -> months.closed(database.reading(), actor.courtId())
                .chain(all -> names.of(actor.courtId()).map(known -> all.stream()
                        .map(month -> ClosedMonthView.from(month, known))
                        .toList())));
    }

    @GET
    @Path("{month}")
    @RolesAllowed({Roles.FUNDS, Roles.DIRECTOR, Roles.PRESIDENT, Roles.AUDITOR})
    @Operation(operationId = "getClosedMonth", summary = "What was kept of a closed month; 404 for an open one")
    public Uni<MonthBooksView> get(
            @RestPath String month, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        YearMonth asked = parse(month);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> months.kept(database.reading(), actor.courtId(), asked))
                .map(kept -> {
                    Map<AccountKind, String> balances = new EnumMap<>(AccountKind.class);
                    kept.balances().forEach((kind, amount) -> balances.put(kind, ReconciliationView.yuan(amount)));
                    return new MonthBooksView(
                            asked.toString(),
                            ReconciliationView.from(asked.atDay(1), asked.atEndOfMonth(), kept.days(), messages, locale)
                                    .days(),
                            balances);
                });
    }

    @POST
    @Path("{month}/closing")
    @RolesAllowed(Roles.FUNDS)
    @Operation(
            operationId = "closeMonth",
            summary = "Close a month of the books: it takes no more bookings, for good",
            description = "Months are closed in order, once they are over and each day's difference is explained.")
    public Uni<ClosedMonthView> close(@RestPath String month, @HeaderParam("Idempotency-Key") @Nullable String key) {
        YearMonth asked = parse(month);
        return actors.current()
                .chain(actor -> closeMonth.close(actor, asked, key).chain(closed -> names.of(actor.courtId())
                        .map(known -> ClosedMonthView.from(closed, known))));
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.from(PlainValues.day(month + "-01"));
        } catch (DateTimeException malformed) {
            throw Refusal.field("month", month, "field.month");
        }
    }
}
