package org.zhixing.policy.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.EditPolicyDraft;
import org.zhixing.flow.PublishPolicy;
import org.zhixing.flow.SimulatePolicy;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;
import org.zhixing.policy.Drafts;
import org.zhixing.policy.Policies;
import org.zhixing.policy.PolicyTexts;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.PolicyKind;

/** Drafts of the node table, the triage table and a year's calendar: edited, tried on the court's open cases, published. */
@Path("/api/v1/policy-drafts/{kind}")
@Tag(name = "policy")
public class PolicyDraftResource {
    private final Actors actors;
    private final Names names;
    private final Drafts drafts;
    private final Policies policies;
    private final PolicyTexts texts;
    private final EditPolicyDraft edit;
    private final SimulatePolicy simulate;
    private final PublishPolicy publish;
    private final Database database;

    PolicyDraftResource(
            Actors actors,
            Names names,
            Drafts drafts,
            Policies policies,
            PolicyTexts texts,
            EditPolicyDraft edit,
            SimulatePolicy simulate,
            PublishPolicy publish,
            Database database) {
        this.actors = actors;
        this.names = names;
        this.drafts = drafts;
        this.policies = policies;
        this.texts = texts;
        this.edit = edit;
        this.simulate = simulate;
        this.publish = publish;
        this.database = database;
    }

    /** The whole document, and what it is about. */
    @Schema(name = "PolicyDraftRequest")
    public record DraftRequest(
            @Schema(implementation = Object.class, description = PolicyDraftView.POLICY) @NotNull
            JsonNode document,

            @Size(max = 500) @Nullable String note) {}

    /** From when a version is in force, and why. */
    @Schema(name = "PolicyPublicationRequest")
    public record PublicationRequest(
            @Schema(
                    description =
                            "A court date, not before today and later than the last version's; not for a calendar")
            @Nullable
            LocalDate effectiveFrom,

            @NotBlank @Size(max = 500) String reason) {}

    /** What was published. */
    @Schema(name = "PolicyPublication")
    public record Published(
            PolicyKind kind,
            int version,
            LocalDate effectiveFrom,

            @Schema(description = "Of a calendar: open nodes whose due date moved")
            int moved) {
        static Published from(PublishPolicy.Done done) {
            return new Published(done.kind(), done.version(), done.effectiveFrom(), done.moved());
        }
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(
            operationId = "getPolicyDraft",
            summary = "The draft in hand, or what a new one would begin from; its version is the ETag")
    @APIResponse(responseCode = "200", description = "The draft and where it differs from what is published")
    public Uni<RestResponse<PolicyDraftView>> get(@RestPath String kind) {
        PolicyKind of = kind(kind);
        return actors.current().chain(actor -> view(actor, of)).map(PolicyDraftResource::tagged);
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "savePolicyDraft",
            summary = "Saves the draft; nothing that is published changes",
            description = "Every fault is told at its field, e.g. document.policies[4].period.")
    @APIResponse(responseCode = "200", description = "The draft as saved")
    public Uni<RestResponse<PolicyDraftView>> save(
            @RestPath String kind,
            @NotNull @Valid DraftRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        PolicyKind of = kind(kind);
        int version = Versions.required(ifMatch);
        String note = request.note() == null ? "" : request.note();
        return actors.current()
                .chain(actor ->
                        edit.save(actor, of, version, request.document(), note).chain(() -> view(actor, of)))
                .map(PolicyDraftResource::tagged);
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "discardPolicyDraft", summary = "Throws the draft away")
    @APIResponse(responseCode = "200", description = "What a new draft would begin from")
    public Uni<RestResponse<PolicyDraftView>> discard(
            @RestPath String kind, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        PolicyKind of = kind(kind);
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> edit.discard(actor, of, version).chain(() -> view(actor, of)))
                .map(PolicyDraftResource::tagged);
    }

    @POST
    @Path("simulation")
    @RolesAllowed({Roles.ADMIN, Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(
            operationId = "simulatePolicyDraft",
            summary = "What the draft would do to the court's open cases, had they all been opened under it",
            description = "Nothing is stored. Publishing leaves cases and nodes that are there as they are; the"
                    + " simulation shows the policy's effect on cases like those the court has.")
    @APIResponse(responseCode = "200", description = "Numbers, and examples of each change")
    public Uni<SimulationView> simulate(@RestPath String kind) {
        PolicyKind of = kind(kind);
        return actors.current().chain(actor -> simulate.simulate(actor, of)).map(SimulationView::from);
    }

    @POST
    @Path("publication")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "publishPolicyDraft",
            summary = "Publishes the draft as the court's next version, from a date on and for a reason",
            description = "Cases and nodes that are there keep the version they were opened under. A calendar is"
                    + " published for its year, and open nodes it has a say in are counted anew.")
    @APIResponse(responseCode = "200", description = "The version as published")
    public Uni<Published> publish(
            @RestPath String kind,
            @NotNull @Valid PublicationRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        PolicyKind of = kind(kind);
        int version = Versions.required(ifMatch);
        var wish =
                new PublishPolicy.Wish(request.effectiveFrom(), request.reason().strip());
        return actors.current()
                .chain(actor -> publish.publish(actor, of, version, wish, key))
                .map(Published::from);
    }

    private Uni<PolicyDraftView> view(Actor actor, PolicyKind kind) {
        int court = actor.courtId();
        return drafts.last(database.reading(), court, kind)
                .chain(last -> policies.base(database.reading(), court, kind, last)
                        .chain(base -> names.of(court).map(known -> {
                            Optional<Draft> inHand = last.filter(Draft::inHand);
                            String document = inHand.map(Draft::document).orElse(base.document());
                            return new PolicyDraftView(
                                    kind,
                                    inHand.isPresent(),
                                    last.map(Draft::version).orElse(0),
                                    base.version(),
                                    texts.tree(document),
                                    inHand.map(Draft::note).orElse(""),
                                    inHand.map(Draft::editedBy)
                                            .map(id -> new PersonRef(
                                                    id,
                                                    known.getOrDefault(id, Names.Known.NOBODY)
                                                            .name()))
                                            .orElse(null),
                                    inHand.map(Draft::editedAt).orElse(null),
                                    PolicyDraftView.PolicyChange.from(texts.differences(base.document(), document)));
                        })));
    }

    static PolicyKind kind(String path) {
        return PolicyKind.of(path).orElseThrow(Refusal::notFound);
    }

    private static RestResponse<PolicyDraftView> tagged(PolicyDraftView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }
}
