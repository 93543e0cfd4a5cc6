package org.zhixing.notice.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.notice.Inbox;
import org.zhixing.notice.Sentences;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** The caller's own inbox. */
@Path("/api/v1/inbox")
@Tag(name = "inbox")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
})
public class InboxResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** The browser then connects again and shows its session anew, so a session that ended stops hearing. */
    private static final Duration STREAM = Duration.ofMinutes(15);

    private final Actors actors;
    private final Inbox inbox;
    private final Sentences sentences;

    InboxResource(Actors actors, Inbox inbox, Sentences sentences) {
        this.actors = actors;
        this.inbox = inbox;
        this.sentences = sentences;
    }

    /** How many notices are unread. */
    @Schema(name = "InboxCount")
    public record Count(long unread) {}

    @GET
    @Operation(operationId = "listInbox", summary = "The caller's notices, newest first")
    @APIResponse(responseCode = "200", description = "One page of notices")
    public Uni<Page<InboxItem>> list(
            @Parameter(description = "Unread ones only") @RestQuery @Nullable Boolean unread,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Locale locale = Messages.locale(language);
        Cursor after = Cursor.parse(cursor);
        int size = Page.limit(limit);
        return actors.current()
                .chain(actor -> inbox.list(actor, Boolean.TRUE.equals(unread), after, size))
                .map(page -> page.map(notice -> InboxItem.from(notice, sentences, locale)));
    }

    @GET
    @Path("/count")
    @Operation(operationId = "countInbox", summary = "How many of the caller's notices are unread")
    public Uni<Count> count() {
        return actors.current().chain(inbox::unread).map(Count::new);
    }

    @POST
    @Path("/{id}/read")
    @Operation(operationId = "readInboxItem", summary = "Marks one notice read; again changes nothing")
    @APIResponse(responseCode = "204", description = "Read")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
    public Uni<Void> read(@RestPath UUID id) {
        return actors.current().chain(actor -> inbox.read(actor, id));
    }

    @POST
    @Path("/read-all")
    @Operation(operationId = "readInbox", summary = "Marks all of the caller's notices read")
    @APIResponse(responseCode = "204", description = "Read")
    public Uni<Void> readAll() {
        return actors.current().chain(inbox::readAll);
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "inboxEvents",
            summary = "Server-sent events named inbox, one at once and one at every change, each with an InboxCount")
    @APIResponse(
            responseCode = "200",
            description = "An endless stream; a comment every 20 seconds keeps proxies from closing it",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Count.class)))
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Multi<OutboundSseEvent> changes = actors.current()
                .onItem()
                .transformToMulti(inbox::unreadLive)
                .map(unread -> sse.newEventBuilder()
                        .name("inbox")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Count.class, new Count(unread))
                        .build());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(HEARTBEAT)
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        OutboundSseEvent end = sse.newEventBuilder().comment("end").build();
        return Multi.createBy()
                .merging()
                .streams(changes.onCompletion().continueWith(end), heartbeats)
                .select()
                .first(event -> event != end)
                .select()
                .first(STREAM);
    }
}
