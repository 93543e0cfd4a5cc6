package org.zhixing.paper.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.EditTemplate;
import org.zhixing.paper.Papers;
import org.zhixing.paper.Templates;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.Template;
import org.zhixing.paper.rules.Variable;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.SigningRule;

/** Kinds of papers, who signs them, and their templates. */
@Path("/api/v1/paper-kinds")
@Tag(name = "papers")
public class PaperTemplateResource {
    private final Actors actors;
    private final Names names;
    private final Papers papers;
    private final Templates templates;
    private final SigningPolicies rules;
    private final EditTemplate editing;
    private final Database database;
    private final CourtClock clock;

    PaperTemplateResource(
            Actors actors,
            Names names,
            Papers papers,
            Templates templates,
            SigningPolicies rules,
            EditTemplate editing,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.names = names;
        this.papers = papers;
        this.templates = templates;
        this.rules = rules;
        this.editing = editing;
        this.database = database;
        this.clock = clock;
    }

    /** A kind of paper. */
    @Schema(name = "PaperKind")
    public record KindView(
            String code,
            String zh,
            String en,
            String category,
            boolean served,
            List<Seat> seats,
            boolean inOrder,
            boolean stepUp,
            String clause,

            @Schema(description = "The version of its template in force")
            int template,

            @Schema(description = "What whoever drafts it fills in, in the template's order of variables")
            List<FieldView> fields,

            @Schema(description = "Whether it names somebody it is for")
            boolean addressed,

            @Schema(description = "Whether an act of its own writes it, and nobody by hand")
            boolean recorded) {}

    /** Something to fill in. */
    @Schema(name = "PaperField")
    public record FieldView(
            Variable code, @Schema(examples = "履行内容") String word, Variable.Source source) {}

    /** A version of a template. */
    @Schema(name = "PaperTemplate")
    public record TemplateView(
            int version,
            String text,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at) {}

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listPaperKinds", summary = "Kinds of papers with who signs them and what they ask for")
    public Uni<List<KindView>> kinds() {
        return actors.current().chain(actor -> {
            Uni<List<KindView>> all = Uni.createFrom().item(ArrayList::new);
            // Only what the court has changed is asked for: a query for each kind would be nineteen.
            return templates.latest(database.reading(), actor.courtId()).chain(latest -> rules.inForce(
                            database.reading(), actor.courtId(), clock.today())
                    .chain(signing -> {
                        Uni<List<KindView>> list = all;
                        for (PaperKinds.Kind kind : papers.kinds().kinds()) {
                            SigningRule rule = signing.document().rule(kind.code());
                            list = list.chain(views -> text(actor, kind, latest).map(version -> {
                                views.add(view(kind, rule, version));
                                return views;
                            }));
                        }
                        return list;
                    }));
        });
    }

    private Uni<Templates.Version> text(Actor actor, PaperKinds.Kind kind, Map<String, Integer> latest) {
        return latest.containsKey(kind.code())
                ? templates.inForce(database.reading(), actor.courtId(), kind)
                : Uni.createFrom().item(templates.shipped(kind));
    }

    private static KindView view(PaperKinds.Kind kind, SigningRule rule, Templates.Version version) {
        Template template = Template.read(version.text());
        return new KindView(
                kind.code(),
                kind.zh(),
                kind.en(),
                kind.category(),
                kind.served(),
                rule.seatsOf(true),
                rule.inOrder(),
                rule.stepUp(),
                rule.clause(),
                version.version(),
                Arrays.stream(Variable.values())
                        .filter(v -> v.asked() && template.variables().contains(v))
                        .map(v -> new FieldView(v, v.word(), v.source()))
                        .toList(),
                template.variables().contains(Variable.ADDRESSEE),
                kind.recorded());
    }

    @GET
    @Path("variables")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listPaperVariables", summary = "What a template may name in braces")
    public List<FieldView> variables() {
        return Arrays.stream(Variable.values())
                .map(v -> new FieldView(v, v.word(), v.source()))
                .toList();
    }

    @GET
    @Path("{kind}/templates")
    @RolesAllowed({Roles.ADMIN, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(
            operationId = "listPaperTemplates",
            summary = "All versions of a kind's template, the one in force first")
    public Uni<List<TemplateView>> versions(@RestPath String kind) {
        return actors.current().chain(actor -> templates
                .versions(database.reading(), actor.courtId(), papers.kind(kind))
                .chain(all -> names.of(actor.courtId())
                        .map(known ->
                                all.stream().map(each -> view(each, known)).toList())));
    }

    private static TemplateView view(Templates.Version version, Map<UUID, Names.Known> known) {
        UUID by = version.by();
        return new TemplateView(
                version.version(),
                version.text(),
                version.reason(),
                by == null ? null : known.getOrDefault(by, Names.Known.NOBODY).name(),
                version.at());
    }

    @POST
    @Path("{kind}/templates")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "publishPaperTemplate", summary = "A new version of the template, in force at once")
    @APIResponse(responseCode = "200", description = "Published; papers that are fixed already stay as they are")
    @APIResponse(responseCode = "400", description = "The template has faults, each with its line")
    public Uni<List<TemplateView>> publish(
            @RestPath String kind,
            @NotNull @Valid PaperRequests.NewTemplate request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        int seen = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> editing.publish(actor, papers.kind(kind), seen, request.text(), request.reason()))
                .chain(() -> versions(kind));
    }

    @POST
    @Path("{kind}/preview")
    @Produces("application/pdf")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "previewPaperTemplate",
            summary = "The template as a PDF of a real case, with its parties' names masked; the look is audited")
    @APIResponse(
            responseCode = "200",
            description = "The paper as it would be printed",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "The template has faults, each with its line")
    @APIResponse(responseCode = "404", description = "No such case")
    public Uni<Response> preview(@RestPath String kind, @NotNull @Valid PaperRequests.Trial request) {
        return actors.current()
                .chain(actor -> editing.preview(actor, papers.kind(kind), request.text(), request.caseNumber()))
                .map(pdf -> Response.ok(pdf, "application/pdf")
                        .header("Cache-Control", "private, no-store")
                        .build());
    }
}
