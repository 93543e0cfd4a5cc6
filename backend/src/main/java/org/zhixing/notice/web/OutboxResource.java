package org.zhixing.notice.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.notice.DeadLetters;
import org.zhixing.notice.Sentences;
import org.zhixing.notice.rules.DeadLetter;
import org.zhixing.notice.rules.Notice;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** Letters that could not be delivered. */
@Path("/api/v1/outbox")
@Tag(name = "channels")
@RolesAllowed(Roles.ADMIN)
public class OutboxResource {
    private final Actors actors;
    private final Names names;
    private final DeadLetters letters;
    private final Sentences sentences;

    OutboxResource(Actors actors, Names names, DeadLetters letters, Sentences sentences) {
        this.actors = actors;
        this.names = names;
        this.letters = letters;
        this.sentences = sentences;
    }

    /** A letter that was given up; of its content no more than what any channel may carry. */
    @Schema(name = "DeadLetter")
    public record Letter(
            long id,
            @Schema(examples = "EMAIL") String channel,
            @Schema(examples = "node.overdue") String kind,
            String title,
            @Nullable PersonRef person,
            LocalDate forDay,
            int attempts,

            @Schema(description = "Why the last try failed, without addresses") @Nullable
            String lastError,

            Instant createdAt,
            Instant deadAt) {}

    /** How many letters are tried again. */
    @Schema(name = "Resent")
    public record Resent(int letters) {}

    @GET
    @Path("/dead")
    @Operation(operationId = "listDeadLetters", summary = "Letters given up after the last try, newest first")
    @APIResponse(responseCode = "200", description = "One page of letters")
    public Uni<Page<Letter>> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Locale locale = Messages.locale(language);
        Cursor after = Cursor.parse(cursor);
        int size = Page.limit(limit);
        return actors.current().chain(actor -> letters.list(actor, after, size).chain(page -> names.of(actor.courtId())
                .map(known -> page.map(letter -> view(letter, known, locale)))));
    }

    @POST
    @Path("/{id}/resend")
    @Operation(
            operationId = "resendLetter",
            summary = "Tries a dead letter again",
            description = "Again changes nothing: a letter that is not dead any more is left alone.")
    @APIResponse(responseCode = "200", description = "1, or 0 where it was not dead")
    @APIResponse(responseCode = "404", description = "No such letter of the court")
    public Uni<Resent> resend(@RestPath long id) {
        return actors.current().chain(actor -> letters.resend(actor, id)).map(Resent::new);
    }

    @POST
    @Path("/dead/resend")
    @Operation(operationId = "resendLetters", summary = "Tries all dead letters again, or those of one channel")
    public Uni<Resent> resendAll(@Parameter(example = "EMAIL") @RestQuery @Nullable String channel) {
        return actors.current()
                .chain(actor -> letters.resendAll(actor, channel))
                .map(Resent::new);
    }

    private Letter view(DeadLetter letter, Map<UUID, Names.Known> known, Locale locale) {
        UUID person = letter.personId();
        return new Letter(
                letter.id(),
                letter.channel(),
                letter.event().topic(),
                sentences.title(notice(letter), locale),
                person == null
                        ? null
                        : new PersonRef(
                                person,
                                known.getOrDefault(person, Names.Known.NOBODY).name()),
                letter.event().forDay(),
                letter.attempts(),
                letter.lastError(),
                letter.createdAt(),
                letter.deadAt());
    }

    private static Notice notice(DeadLetter letter) {
        return new Notice(
                new UUID(0, letter.id()),
                letter.event().topic(),
                Topic.outside(letter.event().params(), "…"),
                null,
                null,
                letter.event().forDay(),
                letter.createdAt(),
                null);
    }
}
