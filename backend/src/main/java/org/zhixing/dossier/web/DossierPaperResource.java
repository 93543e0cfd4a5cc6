package org.zhixing.dossier.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.dossier.Catalogues;
import org.zhixing.dossier.PageCounts;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.paper.CataloguePdf;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.dossier.rules.PageNumbers.Place;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.flow.PrintItem;
import org.zhixing.flow.ReadVolume;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** The volume's catalogue on paper (卷内目录). */
@Path("/api/v1/cases/{id}/dossier/catalogue.pdf")
@Tag(name = "files")
public class DossierPaperResource {
    private static final String PDF = "application/pdf";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(CourtClock.SHANGHAI);

    /** All of them: a paper that leaves items out would be false. */
    private static final int ALL = 1_000_000;

    private final Actors actors;
    private final ReadVolume reading;
    private final Volumes volumes;
    private final Catalogues catalogues;
    private final PageCounts counts;
    private final PrintItem printing;
    private final CataloguePdf pdf;
    private final Database database;

    DossierPaperResource(
            Actors actors,
            ReadVolume reading,
            Volumes volumes,
            Catalogues catalogues,
            PageCounts counts,
            PrintItem printing,
            CataloguePdf pdf,
            Database database) {
        this.actors = actors;
        this.reading = reading;
        this.volumes = volumes;
        this.catalogues = catalogues;
        this.counts = counts;
        this.printing = printing;
        this.pdf = pdf;
        this.database = database;
    }

    @GET
    @Produces(PDF)
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getDossierCataloguePdf",
            summary = "The volume's catalogue on A4 paper, in Chinese: items in order with pages from and to")
    @APIResponse(
            responseCode = "200",
            description = "A PDF; that it was printed is audited",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "Lent to be consulted only")
    @APIResponse(responseCode = "404", description = "Not there, not in sight and not lent")
    public Uni<Response> catalogue(@RestPath UUID id) {
        return actors.current().chain(actor -> reading.of(database.reading(), actor, id, ReadVolume.Purpose.COPY)
                .chain(read -> lines(actor, id).chain(lines -> printing.catalogue(actor, read)
                        .map(printed -> sheet(actor, read.of(), lines, printed.at()))))
                // What is made by computing is made beside the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(sheet -> Response.ok(pdf.pages(sheet), PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                DownloadName.attachment(sheet.caseNumber() + "卷内目录.pdf")
                                        .replaceFirst("^attachment", "inline"))
                        .header("Cache-Control", "no-store")
                        .build()));
    }

    private Uni<List<CataloguePdf.Line>> lines(Actor actor, UUID id) {
        int court = actor.courtId();
        return catalogues.today(database.reading(), court).chain(policy -> {
            Catalogue catalogue = policy.document();
            return counts.places(database.reading(), court, id, catalogue.codes(), PageCounts.PAPER)
                    .chain(places -> volumes.list(
                                    database.reading(),
                                    new VolumeItem.Asked(court, id, null),
                                    catalogue.codes(),
                                    null,
                                    ALL)
                            .map(all -> {
                                Map<UUID, Place> lying =
                                        places.stream().collect(Collectors.toMap(Place::item, Function.identity()));
                                return all.items().stream()
                                        .filter(item -> item.removal() == null)
                                        .map(item -> line(catalogue, item, lying.get(item.id())))
                                        .toList();
                            }));
        });
    }

    private static CataloguePdf.Line line(Catalogue catalogue, VolumeItem item, @Nullable Place place) {
        VolumeItem.Version latest = item.latest();
        String note = (latest.number() > 1 ? "第" + latest.number() + "版 " : "")
                + Objects.requireNonNullElse(latest.content().note(), "");
        return new CataloguePdf.Line(
                latest.content().title(),
                catalogue.category(item.category()).map(Catalogue.Category::zh).orElse(item.category()),
                note.strip(),
                pages(place),
                span(place));
    }

    private static String pages(@Nullable Place place) {
        Integer pages = place == null ? null : place.pages();
        return pages == null || pages == 0 ? "—" : pages.toString();
    }

    private static String span(@Nullable Place place) {
        Integer from = place == null ? null : place.from();
        Integer to = place == null ? null : place.to();
        return from == null || to == null ? "—" : from.equals(to) ? from.toString() : from + "–" + to;
    }

    private static CataloguePdf.Sheet sheet(
            Actor actor, EnforcementCase found, List<CataloguePdf.Line> lines, Instant at) {
        return new CataloguePdf.Sheet(
                found.row().number().text(),
                found.row().parties().stream().map(NamedParty::name).collect(Collectors.joining("、")),
                lines,
                actor.name() + " " + MOMENT.format(at) + " 打印");
    }
}
