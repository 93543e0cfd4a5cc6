package org.zhixing.paper.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.ByteRange;
import org.zhixing.flow.PaperDesk;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;
import org.zhixing.signing.SigningBook;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** Papers read: one, its PDF, and those that wait for the caller's signature. */
@Path("/api/v1/papers")
@Tag(name = "papers")
public class PaperResource {
    private final Actors actors;
    private final Papers papers;
    private final PaperViews views;
    private final PaperDesk desk;
    private final SigningPolicies rules;
    private final Files files;
    private final Looks looks;
    private final Database database;

    PaperResource(
            Actors actors,
            Papers papers,
            PaperViews views,
            PaperDesk desk,
            SigningPolicies rules,
            Files files,
            Looks looks,
            Database database) {
        this.actors = actors;
        this.papers = papers;
        this.views = views;
        this.desk = desk;
        this.rules = rules;
        this.files = files;
        this.looks = looks;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listPapersToSign", summary = "Papers that wait for the caller's signature, oldest first")
    public Uni<Page<PaperView>> toSign(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        UUID seen = after == null ? null : after.uuid();
        return actors.current().chain(actor -> rules.book(database.reading(), actor.courtId())
                .chain(book -> papers.maybeFor(
                        database.reading(),
                        actor,
                        deskKinds(book, actor),
                        kinds(book, seat -> seat == Seat.CASE_CLERK),
                        seen,
                        most + 1))
                .chain(rows -> {
                    Page<Paper> page = Page.of(rows, most, paper -> Cursor.of("", paper.id()));
                    // Of those that may be theirs, the ones whose turn is really theirs today.
                    return views.of(actor, page.items())
                            .map(items -> new Page<>(
                                    items.stream().filter(PaperView::mine).toList(), page.next()));
                }));
    }

    /** Kinds with a seat that the actor takes by role alone, whatever the case. */
    private List<String> deskKinds(SigningBook book, Actor actor) {
        OfCase none = new OfCase(null, null, null);
        return kinds(book, seat -> seat.isTakenBy(actor, none));
    }

    private List<String> kinds(SigningBook book, Predicate<Seat> wanted) {
        return papers.kinds().kinds().stream()
                .map(PaperKinds.Kind::code)
                .filter(code -> book.ever(code, wanted))
                .toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "getPaper", summary = "A paper, with its signatures and what the caller may do")
    public Uni<RestResponse<PaperView>> get(@RestPath UUID id) {
        return actors.current().chain(actor -> papers.find(database.reading(), actor, id)
                .chain(paper -> views.of(actor, paper))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header("ETag", Versions.etag(view.version()))
                        .build()));
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getPaperPdf",
            summary = "The PDF/A that is signed; of a draft, as it would be printed now")
    @APIResponse(responseCode = "206", description = "The range of bytes that was asked")
    @APIResponse(responseCode = "416", description = "The paper has no byte in that range")
    @APIResponse(
            responseCode = "200",
            description = "The paper; its ETag is the SHA-256 of what is signed",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> pdf(@RestPath UUID id, @HeaderParam("Range") @Nullable String range) {
        return actors.current().chain(actor -> papers.find(database.reading(), actor, id)
                .call(paper -> looks.at(actor, look(paper)))
                .chain(paper -> {
                    Paper.Fixed fixed = paper.fixed();
                    return fixed == null
                            ? desk.preview(actor, id).map(bytes -> answer(bytes, null, range))
                            : kept(actor, fixed).map(bytes -> answer(bytes, fixed.sha256(), range));
                }));
    }

    /** However many ranges of it a reader fetches, and whether it is a draft still. */
    private Entry look(Paper paper) {
        PaperNumber number = paper.number();
        String kind = papers.kind(paper.kind()).zh();
        return new Entry(
                "paper.looked",
                paper.of().id(),
                paper.id(),
                Map.of(
                        "paper", number == null ? kind : kind + " " + number.text(),
                        "edition", paper.edition(),
                        "status", paper.status().name()));
    }

    private Uni<byte[]> kept(Actor actor, Paper.Fixed fixed) {
        return files.find(database.reading(), actor.courtId(), fixed.fileId())
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(file -> files.read(database.reading(), file.id(), 0, file.size())
                        .collect()
                        .in(ByteArrayOutputStream::new, (all, part) -> all.writeBytes(part.getBytes())))
                .map(ByteArrayOutputStream::toByteArray);
    }

    /** Whole, or the range that a reader of PDFs asks for; a draft is printed the same every time. */
    private static Response answer(byte[] pdf, @Nullable String sha256, @Nullable String header) {
        ByteRange range = ByteRange.of(header, pdf.length);
        if (range.unsatisfiable()) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + pdf.length)
                    .build();
        }
        Response.ResponseBuilder answer = Response.status(range.partial() ? 206 : 200)
                .entity(Arrays.copyOfRange(pdf, (int) range.from(), (int) range.to()))
                .type("application/pdf")
                .header("Content-Disposition", "inline; filename=\"paper.pdf\"")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
        if (range.partial()) {
            answer.header("Content-Range", "bytes " + range.from() + "-" + (range.to() - 1) + "/" + pdf.length);
        }
        return sha256 == null
                ? answer.build()
                : answer.header("ETag", "\"" + sha256 + "\"").build();
    }
}
